package org.medflow.scheduling.control;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.medflow.platform.error.FieldText;
import org.medflow.scheduling.boundary.AddWish;
import org.medflow.scheduling.boundary.PatientRef;
import org.medflow.scheduling.boundary.WishView;
import org.medflow.scheduling.entity.DayPart;
import org.medflow.scheduling.entity.WishPriority;
import org.medflow.scheduling.entity.WishStatus;

/** What may be wished for. */
public final class WishRules {

  private static final int LASTS = 30;
  private static final int YEAR = 365;
  private static final int NOTE = 300;

  private WishRules() {}

  /** The wish with everything that was left open filled in. */
  public static WishView fresh(UUID id, AddWish asked, LocalDate today, FieldText fields) {
    var first = asked.firstDay() == null ? today : asked.firstDay();
    var last = asked.lastDay() == null ? first.plusDays(LASTS) : asked.lastDay();
    if (asked.patientId() == null) {
      fields.refuse("patientId", "required");
    }
    window(first, last, today, fields);
    if (asked.seeBy() != null && asked.seeBy().isBefore(today)) {
      fields.refuse("seeBy", "see-by-in-past");
    }
    return new WishView(
        id,
        new PatientRef(asked.patientId(), null, null),
        fields.required("typeCode", asked.typeCode(), 40),
        asked.providerId(),
        asked.priority() == null ? WishPriority.NORMAL : asked.priority(),
        asked.seeBy(),
        weekdays(asked.weekdays(), fields),
        asked.dayParts() == null || asked.dayParts().isEmpty()
            ? Arrays.asList(DayPart.values())
            : asked.dayParts().stream().distinct().toList(),
        first,
        last,
        fields.line("note", asked.note(), NOTE),
        WishStatus.WAITING,
        null,
        null,
        null,
        0);
  }

  private static void window(LocalDate first, LocalDate last, LocalDate today, FieldText fields) {
    if (first.isBefore(today) || first.isAfter(today.plusDays(YEAR))) {
      fields.refuse("firstDay", "wish-window-out-of-range");
    } else if (last.isBefore(first)) {
      fields.refuse("lastDay", "ends-before-starts");
    } else if (last.isAfter(first.plusDays(YEAR))) {
      fields.refuse("lastDay", "wish-window-out-of-range");
    }
  }

  private static List<Integer> weekdays(List<Integer> asked, FieldText fields) {
    if (asked == null || asked.isEmpty()) {
      return IntStream.rangeClosed(1, 7).boxed().toList();
    }
    if (asked.stream().anyMatch(day -> day < 1 || day > 7)) {
      fields.refuse("weekdays", "weekday-out-of-range");
    }
    return asked.stream().distinct().sorted().toList();
  }
}
