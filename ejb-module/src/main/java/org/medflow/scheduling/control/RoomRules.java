package org.medflow.scheduling.control;

import java.util.List;
import java.util.UUID;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.scheduling.boundary.RoomChange;
import org.medflow.scheduling.boundary.RoomView;
import org.medflow.scheduling.entity.RoomStatus;

/** What may be said of a room. */
public final class RoomRules {

  private static final int NUMBER = 12;
  private static final int NAME = 60;
  private static final int FEATURE = 40;
  private static final int MOST_FEATURES = 20;

  private RoomRules() {}

  public static RoomView fresh(UUID id, RoomChange wanted) {
    if (wanted == null) {
      throw Invalid.field("number", "required");
    }
    var blank = new RoomView(id, null, null, null, List.of(), RoomStatus.AVAILABLE, null, null, 0);
    return changed(blank, wanted);
  }

  public static RoomView changed(RoomView now, RoomChange change) {
    var fields = new FieldText();
    var kind = change.kind() == null ? now.kind() : change.kind();
    if (kind == null) {
      fields.refuse("kind", "required");
    }
    var number = change.number() == null ? now.number() : change.number();
    var name = change.name() == null ? now.name() : change.name();
    var then =
        new RoomView(
            now.id(),
            fields.required("number", number, NUMBER),
            fields.required("name", name, NAME),
            kind,
            change.features() == null ? now.features() : features(change.features(), fields),
            now.status(),
            now.occupiedBy(),
            now.since(),
            now.version());
    fields.check();
    return then;
  }

  private static List<String> features(List<String> typed, FieldText fields) {
    if (typed.size() > MOST_FEATURES) {
      fields.refuse("features", "too-many");
      return List.of();
    }
    return typed.stream()
        .map(feature -> fields.line("features", feature, FEATURE))
        .filter(java.util.Objects::nonNull)
        .distinct()
        .toList();
  }
}
