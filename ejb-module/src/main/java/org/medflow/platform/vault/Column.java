package org.medflow.platform.vault;

/** Where a sealed value lives; part of what the seal is bound to. */
public record Column(String table, String name) {}
