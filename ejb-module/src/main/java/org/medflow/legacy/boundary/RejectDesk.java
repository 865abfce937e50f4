package org.medflow.legacy.boundary;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;

/**
 * Rows that were not taken in as they came, for the person who decides about them: ignored with a
 * reason, tried again, linked to a patient who is here, or made a patient of their own. Nothing is
 * decided by the machine, and every decision is kept beside the row.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RejectDesk {

  private static final int LEAST = 5;
  private static final int MOST = 100;
  private static final UUID FIRST = new UUID(0, 0);

  @Inject RejectDecision decision;
  @Inject ImportRunQuery runs;

  /** Rows set aside, in the order in which they were; the cursor is the id of the last one. */
  @Requires(MANAGE_MIGRATIONS)
  public Page<RejectView> list(UUID run, RejectFilter filter, String cursor, int size) {
    var most = Math.max(LEAST, Math.min(MOST, size));
    var wanted = filter == null ? RejectFilter.everything() : filter;
    var shown = in(runClinic(run), () -> decision.list(run, wanted, after(cursor), most + 1));
    var more = shown.size() > most;
    var page = more ? shown.subList(0, most) : shown;
    return new Page<>(List.copyOf(page), more ? page.get(most - 1).id().toString() : null, most);
  }

  /** For what reasons rows wait, and how many. */
  @Requires(MANAGE_MIGRATIONS)
  public List<ReasonCount> reasons(UUID run) {
    return in(runClinic(run), () -> decision.reasons(run));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectDetail open(UUID id) {
    return in(rowClinic(id), () -> decision.open(id));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView ignore(UUID id, String why) {
    return in(rowClinic(id), () -> decision.ignore(id, why));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView replay(UUID id) {
    return in(rowClinic(id), () -> decision.again(id, false));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView link(UUID id, UUID patient) {
    return in(rowClinic(id), () -> decision.link(id, patient));
  }

  @Requires(MANAGE_MIGRATIONS)
  public RejectView create(UUID id) {
    return in(rowClinic(id), () -> decision.again(id, true));
  }

  private UUID runClinic(UUID run) {
    return runs.clinicOf(run).filter(RejectDesk::mayUse).orElseThrow(RejectDesk::none);
  }

  private UUID rowClinic(UUID id) {
    return runs.clinicOfRow(id).filter(RejectDesk::mayUse).orElseThrow(RejectDesk::none);
  }

  private static NotFound none() {
    return new NotFound("not-found");
  }

  private static boolean mayUse(UUID clinic) {
    var actor = Actors.current();
    return actor.kind() == Actor.Kind.SYSTEM || actor.clinics().contains(clinic);
  }

  private static UUID after(String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return FIRST;
    }
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException malformed) {
      throw Invalid.field("cursor", "bad-format");
    }
  }

  private static <T> T in(UUID clinic, Supplier<T> work) {
    return Actors.as(Claim.rightsOf(Actors.current().within(clinic)), work);
  }
}
