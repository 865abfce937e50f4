package org.medflow.identity.boundary;

import java.io.Serializable;

/** How a person likes the screens; the values are those of {@link MeView}. */
public record Preferences(String language, String theme, String density) implements Serializable {}
