package org.medflow.visit.boundary;

import static org.medflow.platform.security.Permission.CREATE_INVOICES;
import static org.medflow.platform.security.Permission.MANAGE_BILLING;
import static org.medflow.platform.security.Permission.MANAGE_MEDICAL_RECORDS;
import static org.medflow.platform.security.Permission.UPDATE_VITALS;
import static org.medflow.platform.security.Permission.VIEW_MEDICAL_RECORDS;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldText;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.event.LiveEvents;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Requires;
import org.medflow.platform.store.StoreException;
import org.medflow.visit.control.ActQuery;
import org.medflow.visit.control.TariffQuery;
import org.medflow.visit.control.VisitRepository;
import org.medflow.visit.entity.ActState;

/**
 * Acts of a visit and the price list they come from. A price is taken once, when the act is added:
 * what the list says later changes nothing. An act that the list does not hold cannot be added, so
 * that no price is ever invented.
 */
@Stateless
public class ActDesk {

  private static final int LABEL = 120;
  private static final int MOST = 99;
  private static final Set<String> CURRENCIES = Set.of("CDF", "USD", "EUR");

  @Inject TariffQuery tariffs;
  @Inject ActQuery acts;
  @Inject VisitRepository visits;
  @Inject LiveEvents live;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS, CREATE_INVOICES, MANAGE_BILLING})
  public List<TariffView> tariffs() {
    return tariffs.all(Actors.current().clinic());
  }

  @Requires(MANAGE_BILLING)
  public TariffView addTariff(TariffLine line) {
    var clean = clean(line);
    var id = Ids.next();
    try {
      tariffs.add(id, Actors.current().clinic(), clean);
    } catch (StoreException refused) {
      throw StoreException.constraintOf(refused)
          .filter("tariff_code_uk"::equals)
          .<RuntimeException>map(taken -> new Conflict("tariff-code-taken"))
          .orElse(refused);
    }
    audit.wrote("tariff.add", "tariff", id);
    return tariff(id);
  }

  @Requires(MANAGE_BILLING)
  public TariffView changeTariff(UUID id, long version, TariffLine line) {
    var present = tariff(id);
    var merged =
        new TariffLine(
            present.code(),
            line.label() == null ? present.label() : line.label(),
            line.kind() == null ? present.kind() : line.kind(),
            line.currency() == null ? present.currency() : line.currency(),
            line.minor() == null ? Long.valueOf(present.minor()) : line.minor(),
            line.active() == null ? Boolean.valueOf(present.active()) : line.active());
    if (!tariffs.change(id, version, clean(merged))) {
      throw new Conflict("stale-version", Map.of("version", present.version()));
    }
    audit.wrote("tariff.change", "tariff", id);
    return tariff(id);
  }

  @Requires({VIEW_MEDICAL_RECORDS, CREATE_INVOICES})
  public List<ActView> ofVisit(UUID visit) {
    visits.byId(visit).orElseThrow(() -> new NotFound("not-found"));
    audit.read("act.list", "visit", List.of(visit));
    return acts.ofVisit(visit);
  }

  /** Adds an act at today's price. */
  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  public ActView add(UUID visitId, AddAct command) {
    if (command == null || command.code() == null) {
      throw Invalid.field("code", "required");
    }
    int quantity = command.quantity() == null ? 1 : command.quantity();
    if (quantity < 1 || quantity > MOST) {
      throw Invalid.field("quantity", "range-quantity");
    }
    var visit = visits.held(visitId).orElseThrow(() -> new NotFound("not-found"));
    visit.open();
    visit.mayWrite(Actors.current().id(), clock.instant());
    var price =
        tariffs
            .inForce(visit.clinic(), command.code().strip().toUpperCase(Locale.ROOT))
            .orElseThrow(() -> Invalid.field("code", "unknown-tariff"));
    var added = new ActQuery.Added(Ids.next(), visit, Actors.current().id(), clock.instant());
    acts.add(added, price, new AddAct(price.code(), quantity, command.eye()));
    audit.wrote("act.add", "visit_act", added.id());
    live.publish("visits", "visit_act", added.id());
    return known(added.id());
  }

  @Requires({MANAGE_MEDICAL_RECORDS, UPDATE_VITALS})
  public ActView become(UUID id, long version, ActState next) {
    var act = known(id);
    if (next == null) {
      throw Invalid.field("state", "required");
    }
    if (act.version() != version) {
      throw new Conflict("stale-version", Map.of("version", act.version()));
    }
    if (!act.state().mayBecome(next)) {
      throw new Conflict("act-state", Map.of("state", act.state().name()));
    }
    if (!acts.become(act, next, Actors.current().id(), clock.instant())) {
      throw new Conflict("stale-version");
    }
    audit.wrote("act.state", "visit_act", id, next.name());
    live.publish("visits", "visit_act", id);
    return known(id);
  }

  private static TariffLine clean(TariffLine line) {
    var fields = new FieldText();
    var code = line.code() == null ? "" : line.code().strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z0-9][A-Z0-9-]{1,19}")) {
      fields.refuse("code", "bad-tariff-code");
    }
    var label = fields.required("label", line.label(), LABEL);
    if (line.kind() == null) {
      fields.refuse("kind", "required");
    }
    if (line.currency() == null || !CURRENCIES.contains(line.currency())) {
      fields.refuse("currency", "unknown-currency");
    }
    if (line.minor() == null || line.minor() < 0) {
      fields.refuse("minor", "range-price");
    }
    fields.check();
    boolean active = line.active() == null || line.active();
    return new TariffLine(code, label, line.kind(), line.currency(), line.minor(), active);
  }

  private TariffView tariff(UUID id) {
    return tariffs.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }

  private ActView known(UUID id) {
    return acts.byId(id).orElseThrow(() -> new NotFound("not-found"));
  }
}
