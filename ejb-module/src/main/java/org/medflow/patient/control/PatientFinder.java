package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.control.PatientSearchQuery.Hit;
import org.medflow.platform.Page;

/** Turns a typed text into a slice of rows, and the place of the last row into a cursor. */
@ApplicationScoped
public class PatientFinder {

  @Inject PatientSearchQuery search;
  @Inject PatientSeals seals;

  public Page<PatientRow> find(String typed, String cursor, int size, LocalDate today) {
    var after = SearchCursor.read(cursor);
    var hits =
        typed.isBlank()
            ? search.newest(SearchCursor.linked(after), size + 1)
            : search.find(
                SearchText.of(typed, today.getYear(), seals), SearchCursor.scored(after), size + 1);
    boolean more = hits.size() > size;
    var shown = more ? hits.subList(0, size) : hits;
    var next = more ? SearchCursor.write(shown.get(size - 1).place()) : null;
    return new Page<>(shown.stream().map(hit -> row(hit, today)).toList(), next, size);
  }

  private PatientRow row(Hit hit, LocalDate today) {
    var row = hit.row();
    return new PatientRow(
        row.id(),
        row.mrn(),
        row.lastName(),
        row.postName(),
        row.firstName(),
        row.birth().date(),
        row.birth().precision(),
        row.birth().ageOn(today),
        row.sex(),
        phone(row),
        row.legacy() == null
            ? null
            : seals.openIdentifier(row.legacy().row(), row.legacy().value()),
        row.convention(),
        List.copyOf(hit.matched()));
  }

  private String phone(PatientListRow row) {
    return row.phone() == null ? null : seals.openPhone(row.phone().row(), row.phone().value());
  }
}
