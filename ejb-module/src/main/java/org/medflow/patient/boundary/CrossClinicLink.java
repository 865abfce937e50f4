package org.medflow.patient.boundary;

import static org.medflow.platform.security.Permission.REGISTER_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.medflow.clinic.boundary.ClinicDays;
import org.medflow.patient.control.LinkLimits;
import org.medflow.patient.control.LinkRules;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Makes a person of another clinic visible in the caller's: with her consent, or in an emergency by
 * breaking the glass. Whoever asks must hold a strong number of hers and learns nothing but the id;
 * a number that nobody has costs the same way through the same statements and an audit row of its
 * own before the answer is not found.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CrossClinicLink {

  @Inject LinkDeed deed;
  @Inject LinkLimits limits;
  @Inject ClinicDays days;

  /** By consent, for whoever registers patients or treats them. */
  @Requires({REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS})
  public UUID byConsent(LinkPatient asked) {
    var checked = LinkRules.checked(asked, days.today(Actors.current()));
    allowed(limits.consent(Actors.current().id()));
    return deed.byConsent(checked).orElseThrow(() -> new NotFound("not-found"));
  }

  /** In an emergency, for whoever treats patients. */
  @Requires(VIEW_MEDICAL_RECORDS)
  public UUID breakGlass(LinkPatient asked) {
    var checked = LinkRules.checked(asked, days.today(Actors.current()));
    allowed(limits.emergency(Actors.current().id()));
    return deed.breakGlass(checked).orElseThrow(() -> new NotFound("not-found"));
  }

  /** Either, as the request says. */
  @Requires({REGISTER_PATIENTS, VIEW_MEDICAL_RECORDS})
  public UUID link(LinkPatient asked) {
    if (asked == null) {
      throw Invalid.field("identifier", "required");
    }
    if (!"break-glass".equals(asked.basis())) {
      return byConsent(asked);
    }
    if (!Actors.current().may(VIEW_MEDICAL_RECORDS)) {
      deed.refused();
      throw new Forbidden("forbidden");
    }
    return breakGlass(asked);
  }

  private static void allowed(boolean within) {
    if (!within) {
      throw new Forbidden("too-many-attempts");
    }
  }
}
