package org.medflow.clinic.boundary;

import static org.medflow.platform.security.Permission.MANAGE_CLINICS;
import static org.medflow.platform.security.Permission.OPERATE_SYSTEM;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;

/** The clinics of the group: opened by an administrator, known to everybody who works in one. */
@Stateless
public class ClinicDirectory {

  @Inject ClinicRepository clinics;
  @Inject AuditSink audit;
  @Inject Clock clock;

  @Requires({MANAGE_CLINICS, OPERATE_SYSTEM})
  public ClinicView open(OpenClinic command) {
    return opened(command);
  }

  /** The first clinic, before anybody could hold a right. */
  @Open("only the first-run facade calls it, behind its one-time token")
  public ClinicView openFirst(OpenClinic command) {
    return opened(command);
  }

  /** Leaves it to the staff of a clinic whether they have a second factor. */
  @Requires({MANAGE_CLINICS, OPERATE_SYSTEM})
  public void leaveSecondFactor(UUID id) {
    clinics.byId(id).orElseThrow(() -> new NotFound("not-found")).leaveSecondFactor();
    audit.wrote("clinic.second-factor-optional", "clinic", id);
  }

  @Requires
  public ClinicView get(UUID id) {
    return clinics.byId(id).map(ClinicDirectory::view).orElseThrow(() -> new NotFound("not-found"));
  }

  @Open("names of clinics are known in the whole group")
  public List<ClinicView> named(Collection<UUID> ids) {
    return clinics.named(ids).stream().map(ClinicDirectory::view).toList();
  }

  @Requires
  public Optional<ClinicView> byCode(String code) {
    return clinics.byCode(code).map(ClinicDirectory::view);
  }

  @Requires
  public List<ClinicView> all() {
    return clinics.all().stream().map(ClinicDirectory::view).toList();
  }

  private ClinicView opened(OpenClinic command) {
    check(command);
    try {
      var address =
          new Clinic.Address(
              command.code(), command.name().trim(), command.city().trim(), command.timeZone());
      var clinic = clinics.add(Clinic.open(Ids.next(), address, clock.instant()));
      audit.wrote("clinic.open", "clinic", clinic.id());
      return view(clinic);
    } catch (PersistenceException refused) {
      throw StoreException.constraintOf(refused)
          .filter("clinic_code_uk"::equals)
          .<RuntimeException>map(taken -> new Conflict("clinic-code-taken"))
          .orElse(refused);
    }
  }

  private static void check(OpenClinic command) {
    require("clinic", command != null);
    require("code", command.code() != null && command.code().matches("[A-Z0-9]{2,8}"));
    require("name", filled(command.name(), 120));
    require("city", filled(command.city(), 80));
    try {
      ZoneId.of(String.valueOf(command.timeZone()));
    } catch (DateTimeException unknown) {
      throw Invalid.field("timeZone", "unknown-time-zone");
    }
  }

  private static boolean filled(String text, int most) {
    return text != null && !text.isBlank() && text.length() <= most;
  }

  private static void require(String field, boolean holds) {
    if (!holds) {
      throw Invalid.field(field, "bad-format");
    }
  }

  private static ClinicView view(Clinic clinic) {
    var address = clinic.address();
    return new ClinicView(
        clinic.id(), address.code(), address.name(), address.city(), address.timeZone());
  }
}
