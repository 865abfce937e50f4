package org.medflow.legacy.control;

/** An export that can be read and has the columns that are needed. */
public record SourceFile(String system, String path, byte[] hash) {}
