package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.patient.boundary.Candidate;

/**
 * Whom the newcomers of a bulk registration may be: those already here, and those before them in
 * the same bulk. From the score at which a desk would be asked, a person is asked. With one
 * exception: in the old systems whole families share one telephone, so a telephone without any
 * other reason holds nobody back.
 */
@ApplicationScoped
public class BulkLikeness {

  private static final String TAKEN = "patient-identifier-taken";
  private static final String LIKELY = "patient-likely-duplicate";
  private static final String ELSEWHERE = "patient-known-elsewhere";
  private static final List<String> PHONE_ONLY = List.of("same-phone");

  @Inject PatientBulkLoader loader;
  @Inject LikelyPatients likely;

  /** Why a newcomer has to wait for a person, and whom she is to be compared with. */
  public record Doubt(String reason, List<UUID> candidates) {}

  /** Doubts about these newcomers, by their ids; there is none about the others. */
  public Map<UUID, Doubt> doubts(List<BulkRow> rows) {
    var known = loader.maybeKnown(rows);
    var doubts = new LinkedHashMap<UUID, Doubt>();
    var before = new HashMap<String, List<BulkRow>>();
    for (var row : rows) {
      var doubt = doubt(row, known.get(row.id()), before);
      if (doubt != null) {
        doubts.put(row.id(), doubt);
      } else {
        row.signs().forEach(s -> before.computeIfAbsent(s, any -> new ArrayList<>()).add(row));
      }
    }
    return doubts;
  }

  private Doubt doubt(BulkRow row, Boolean elsewhere, Map<String, List<BulkRow>> before) {
    if (Boolean.TRUE.equals(elsewhere)) {
      return new Doubt(ELSEWHERE, List.of());
    }
    var here = elsewhere == null ? List.<Candidate>of() : asked(likely.of(row.person()));
    var taken = here.stream().anyMatch(candidate -> certain(candidate.reasons()));
    if (!here.isEmpty() && (taken || !row.sure())) {
      return new Doubt(taken ? TAKEN : LIKELY, here.stream().map(Candidate::id).toList());
    }
    return among(row, before);
  }

  private static List<Candidate> asked(List<Candidate> found) {
    return found.stream()
        .filter(c -> c.score() >= Likeness.SHOWN && !c.reasons().equals(PHONE_ONLY))
        .toList();
  }

  private static Doubt among(BulkRow row, Map<String, List<BulkRow>> before) {
    var others = new LinkedHashSet<BulkRow>();
    row.signs().forEach(sign -> others.addAll(before.getOrDefault(sign, List.of())));
    if (others.isEmpty()) {
      return null;
    }
    var traits = row.traits();
    for (var other : others) {
      var likeness = Likeness.of(traits, other.traits());
      var taken = certain(likeness.reasons());
      var asked = likeness.score() >= Likeness.SHOWN && !likeness.reasons().equals(PHONE_ONLY);
      if (asked && (taken || !row.sure())) {
        return new Doubt(taken ? TAKEN : LIKELY, List.of(other.id()));
      }
    }
    return null;
  }

  private static boolean certain(List<String> reasons) {
    return reasons.contains("same-identifier");
  }
}
