package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.VIEW_AUDIT;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medflow.audit.boundary.AccessView;
import org.medflow.audit.boundary.AuditFilter;
import org.medflow.audit.boundary.AuditRow;
import org.medflow.audit.boundary.AuditSearch;
import org.medflow.identity.boundary.Profile;
import org.medflow.identity.boundary.StaffDirectory;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** The journal: who did what, what was refused, and who came near one record. */
@Named
@ViewScoped
@Screen(
    path = "/audit",
    view = "/identity/journal.xhtml",
    requires = VIEW_AUDIT,
    nav = 90,
    icon = "pi-shield")
public class AuditPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;
  private static final List<String> FAMILIES =
      List.of(
          "patient.",
          "session.",
          "user.",
          "appointment.",
          "import.",
          "clinic.",
          "setting.",
          "emergency.",
          "audit.");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

  @Inject AuditSearch search;
  @Inject StaffDirectory staff;
  @Inject Profile profile;
  @Inject Notes notes;
  @Inject Words words;
  @Inject transient ExternalContext web;
  @Inject transient Clock clock;

  private ZoneId zone;
  private String from;
  private String to;
  private String family;
  private String outcome;
  private UUID actor;
  private UUID record;
  private List<AuditRow> rows = List.of();
  private List<AccessView> accesses = List.of();
  private Map<UUID, String> names = Map.of();
  private String next;
  private boolean older;

  @PostConstruct
  void open() {
    zone = ZoneId.of(profile.me().clinic().timeZone());
    var today = LocalDate.now(clock.withZone(zone));
    from = today.minusDays(6).toString();
    to = today.toString();
    record = id(web.getRequestParameterMap().get("dossier")).orElse(null);
    look();
  }

  /** From the newest on. */
  public void look() {
    older = false;
    attempt(
        () -> {
          accesses = record == null ? List.of() : search.accesses(record, filter());
          show(null);
        });
  }

  /** The rows behind those that are shown. */
  public void further() {
    older = true;
    attempt(() -> show(next));
  }

  public void only(UUID person) {
    actor = person;
    look();
  }

  public void everybody() {
    only(null);
  }

  private void show(String cursor) {
    var page = search.find(filter(), cursor, SIZE);
    rows = page.data();
    next = page.next();
    names = staff.names(people());
  }

  private void attempt(Runnable question) {
    try {
      question.run();
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
  }

  private AuditFilter filter() {
    var begins = day("from", from);
    var last = day("to", to);
    return new AuditFilter(
        begins == null ? null : begins.atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant(),
        actor,
        record,
        blank(family),
        blank(outcome));
  }

  private HashSet<UUID> people() {
    var people = new HashSet<UUID>();
    rows.forEach(row -> people.add(row.actor()));
    accesses.forEach(access -> people.add(access.actor()));
    if (actor != null) {
      people.add(actor);
    }
    return people;
  }

  private static LocalDate day(String field, String text) {
    try {
      return blank(text) == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException broken) {
      throw Invalid.field(field, "bad-format");
    }
  }

  private static String blank(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  /** Who it was: a member of staff by name, else what kind of caller. */
  public String who(String kind, UUID id) {
    var name = names.get(id);
    return name == null ? words.of("audit.actor." + kind) : name;
  }

  /** The deed in words; a refused call by the name that the code has. */
  public String deed(String action) {
    var key = "audit.action." + action;
    return words.known(key) ? words.of(key) : words.of("audit.call", action);
  }

  public String when(Instant at) {
    return MOMENT.format(at.atZone(zone));
  }

  public List<String> getFamilies() {
    return FAMILIES;
  }

  public List<AuditRow> getRows() {
    return rows;
  }

  public List<AccessView> getAccesses() {
    return accesses;
  }

  public boolean isMore() {
    return next != null;
  }

  public boolean isOlder() {
    return older;
  }

  public UUID getRecord() {
    return record;
  }

  /** Whose deeds alone are shown; empty when everybody's are. */
  public String getPerson() {
    return actor == null ? "" : names.getOrDefault(actor, actor.toString());
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public String getFamily() {
    return family;
  }

  public void setFamily(String family) {
    this.family = family;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }
}
