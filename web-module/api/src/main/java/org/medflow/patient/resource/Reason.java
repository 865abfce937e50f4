package org.medflow.patient.resource;

/** Why, in the caller's words. */
public record Reason(String reason) {}
