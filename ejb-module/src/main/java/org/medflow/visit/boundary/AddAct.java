package org.medflow.visit.boundary;

import java.io.Serializable;
import org.medflow.visit.entity.Eye;

/** An act of the price list for a visit. */
public record AddAct(String code, Integer quantity, Eye eye) implements Serializable {}
