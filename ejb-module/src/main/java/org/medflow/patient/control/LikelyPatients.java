package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.control.LikenessQuery.Found;
import org.medflow.patient.control.LikenessQuery.Signs;

/** Who is already registered and looks like this person: at most ten, the likeliest first. */
@ApplicationScoped
public class LikelyPatients {

  private static final int MOST = 10;
  private static final String AGREES = "agrees";

  @Inject LikenessQuery query;
  @Inject PatientSeals seals;

  public List<Candidate> of(CheckedPerson person) {
    var mine =
        new Traits(
            person.nameKey(),
            person.birth(),
            person.sex(),
            Set.of(AGREES),
            Set.of(AGREES),
            Set.of(AGREES),
            Set.of(AGREES));
    return query.find(signs(person)).stream()
        .map(found -> candidate(found, Likeness.of(mine, traits(found))))
        .filter(candidate -> candidate.score() >= Likeness.SHOWN)
        .sorted(Comparator.comparingInt(Candidate::score).reversed())
        .limit(MOST)
        .toList();
  }

  private Signs signs(CheckedPerson person) {
    return new Signs(
        person.nameKey(),
        person.phones().stream().map(seals::phoneIndex).toList(),
        person.email() == null ? List.of() : List.of(seals.emailIndex(person.email())),
        person.identifiers().stream()
            .map(number -> seals.identifierIndex(number.system(), number.normalised()))
            .toList(),
        BirthWindow.of(person.birth()));
  }

  private static Traits traits(Found found) {
    var row = found.row();
    return new Traits(
        NameKey.of(row.lastName(), row.postName(), row.firstName()),
        row.birth(),
        row.sex(),
        agreed(found.phone()),
        agreed(found.email()),
        agreed(found.strong()),
        agreed(found.weak()));
  }

  private static Set<String> agreed(boolean agrees) {
    return agrees ? Set.of(AGREES) : Set.of();
  }

  private Candidate candidate(Found found, Likeness likeness) {
    var row = found.row();
    return new Candidate(
        row.id(),
        row.mrn(),
        row.lastName(),
        row.postName(),
        row.firstName(),
        row.birth().date(),
        row.birth().precision(),
        row.sex(),
        row.phone() == null ? null : seals.openPhone(row.phone().row(), row.phone().value()),
        likeness.score(),
        List.copyOf(likeness.reasons()));
  }
}
