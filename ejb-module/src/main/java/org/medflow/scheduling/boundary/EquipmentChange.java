package org.medflow.scheduling.boundary;

import java.io.Serializable;

/** New equipment, or what is to be different: null stays. */
public record EquipmentChange(String name, String kind, Boolean active) implements Serializable {}
