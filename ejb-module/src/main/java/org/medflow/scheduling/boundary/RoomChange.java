package org.medflow.scheduling.boundary;

import java.io.Serializable;
import java.util.List;
import org.medflow.scheduling.entity.RoomKind;

/** A new room, or what is to be different in one: null stays. */
public record RoomChange(String number, String name, RoomKind kind, List<String> features)
    implements Serializable {}
