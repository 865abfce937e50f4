package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.VIEW_PATIENTS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.PatientFinder;
import org.medflow.patient.control.RegistryFiguresQuery;
import org.medflow.platform.Page;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Finds a patient again by what people know of her: names in any order, with or without accents and
 * with a typing error, a telephone, her number or an old one. Three statements each time: the
 * clinic scope, the search, the audit row.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PatientSearch {

  private static final int SMALLEST = 5;
  private static final int LARGEST = 100;
  private static final int LONGEST = 120;

  @Inject PatientFinder finder;
  @Inject RegistryFiguresQuery figures;
  @Inject ClinicDays days;
  @Inject AuditTrail audit;

  @Requires(VIEW_PATIENTS)
  public Page<PatientRow> search(PatientQuery query) {
    var fields = new FieldText();
    var text = fields.line("q", query.q(), LONGEST);
    fields.check();
    return audited(text == null ? "" : text, query.cursor(), bounded(query.size()));
  }

  @Requires(VIEW_PATIENTS)
  public List<PatientRow> newest(int limit) {
    return audited("", null, Math.max(1, Math.min(limit, LARGEST))).data();
  }

  @Requires(VIEW_PATIENTS)
  public RegistryFigures figures() {
    var actor = Actors.current();
    return figures.of(actor.clinics(), days.morning(actor));
  }

  private Page<PatientRow> audited(String text, String cursor, int size) {
    var page = finder.find(text, cursor, size, days.today(Actors.current()));
    audit.listed("patient.search", "patient", page.data().stream().map(PatientRow::id).toList());
    return page;
  }

  private static int bounded(int size) {
    return Math.max(SMALLEST, Math.min(size, LARGEST));
  }
}
