package org.medflow.patient.entity;

/**
 * A name as written, with the key and the sounds by which it is found.
 *
 * @param key tokens in upper case without accents, sorted, one space between
 * @param sound the sound of each token of the key, in the same order
 */
public record PatientName(
    String lastName, String postName, String firstName, String key, String sound) {}
