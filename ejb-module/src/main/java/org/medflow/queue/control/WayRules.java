package org.medflow.queue.control;

import java.util.List;
import java.util.Set;
import org.medflow.platform.error.Invalid;
import org.medflow.queue.entity.Station;

/** The way through the clinic, and into which rooms a station calls. */
public final class WayRules {

  private static final int LONGEST = 20;
  private static final Set<String> DOCTORS =
      Set.of("CONSULTATION", "EXAMINATION", "OPHTHALMOLOGY", "ORTHOPTIC", "PROCEDURE", "EMERGENCY");

  private WayRules() {}

  /** The stations of these codes; at least one, none twice in a row. */
  public static List<Station> of(List<String> codes) {
    if (codes == null || codes.isEmpty() || codes.size() > LONGEST) {
      throw Invalid.field("steps", "bad-way");
    }
    var way =
        codes.stream()
            .map(
                code ->
                    Station.of(code).orElseThrow(() -> Invalid.field("steps", "unknown-station")))
            .toList();
    for (int i = 1; i < way.size(); i++) {
      if (way.get(i) == way.get(i - 1)) {
        throw Invalid.field("steps", "bad-way");
      }
    }
    return way;
  }

  /** Kinds of rooms that a station calls into. */
  public static Set<String> roomsFor(String station) {
    return Station.of(station).map(WayRules::kinds).orElse(Set.of());
  }

  private static Set<String> kinds(Station station) {
    return switch (station) {
      case TRIAGE -> Set.of("TRIAGE");
      case VA_IOP, DILATION -> Set.of("EXAMINATION", "TRIAGE");
      case IMAGING -> Set.of("IMAGING");
      case DOCTOR -> DOCTORS;
      case PHARMACY -> Set.of("PHARMACY");
      case OPTICAL, CASHIER -> Set.of("RECEPTION");
    };
  }
}
