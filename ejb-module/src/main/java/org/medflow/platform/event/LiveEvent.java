package org.medflow.platform.event;

import java.io.Serializable;
import java.util.UUID;

/** Something changed: ids only, never content. */
public record LiveEvent(long seq, UUID clinic, String topic, String entity, UUID id)
    implements Serializable {}
