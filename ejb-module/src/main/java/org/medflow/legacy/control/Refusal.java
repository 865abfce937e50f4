package org.medflow.legacy.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.legacy.entity.Outcome;
import org.medflow.patient.boundary.Candidate;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.store.StoreException;

/** What a refusal of the registry means for the row: wrong in itself, or left to a person. */
public final class Refusal {

  private Refusal() {}

  public static RowVerdict verdict(ClinicException refused) {
    if (refused instanceof Invalid) {
      return RowVerdict.aside(Outcome.INVALID, reason(refused.fields(), refused.code()));
    }
    if (refused instanceof Conflict) {
      return RowVerdict.review(refused.code(), candidates(refused));
    }
    return refused instanceof NotFound
        ? RowVerdict.aside(Outcome.REVIEW, "record-gone")
        : RowVerdict.aside(Outcome.ERROR, refused.code());
  }

  /** A row that another clinic brought in meanwhile; empty for every other failure. */
  public static Optional<RowVerdict> race(RuntimeException broken) {
    return StoreException.constraintOf(broken)
        .filter("legacy_mapping_uk"::equals)
        .map(taken -> RowVerdict.aside(Outcome.REVIEW, "patient-known-elsewhere"));
  }

  private static String reason(List<FieldError> fields, String code) {
    return fields.stream().findFirst().map(f -> f.code() + ":" + f.field()).orElse(code);
  }

  private static List<UUID> candidates(ClinicException refused) {
    return refused.details().get("candidates") instanceof List<?> found
        ? found.stream()
            .filter(Candidate.class::isInstance)
            .map(one -> ((Candidate) one).id())
            .toList()
        : List.of();
  }
}
