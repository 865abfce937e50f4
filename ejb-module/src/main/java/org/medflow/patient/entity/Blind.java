package org.medflow.patient.entity;

import org.medflow.platform.vault.Sealed;

/** A sealed value with the blind index that finds it. */
public record Blind(Sealed value, byte[] index) {}
