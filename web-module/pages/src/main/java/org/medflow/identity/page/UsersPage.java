package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_USERS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.identity.boundary.AccessLink;
import org.medflow.identity.boundary.RoleDesk;
import org.medflow.identity.boundary.StaffFilter;
import org.medflow.identity.boundary.StaffOffice;
import org.medflow.identity.boundary.StaffRegister;
import org.medflow.identity.boundary.StaffRow;
import org.medflow.identity.boundary.StaffView;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.page.Slices;
import org.medflow.platform.web.Words;

/** Who works in this clinic: accounts, their roles, and what may be done with them. */
@Named
@ViewScoped
@Screen(
    path = "/utilisateurs",
    view = "/identity/users.xhtml",
    requires = MANAGE_USERS,
    nav = 80,
    icon = "pi-users")
public class UsersPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MINUTES = 30;

  @Inject StaffRegister register;
  @Inject StaffOffice office;
  @Inject RoleDesk desk;
  @Inject Notes notes;
  @Inject Words words;
  @Inject transient ExternalContext web;

  private String text;
  private String state = "";
  private Slices<StaffRow> rows;
  private StaffRow selected;
  private StaffView person;
  private String link;
  private RoleChoice choice;
  private int waiting;

  @PostConstruct
  void open() {
    choice = new RoleChoice(register.roles());
    look();
  }

  public void look() {
    var asked = text == null ? "" : text.strip();
    var active = state == null || state.isEmpty() ? null : Boolean.valueOf(state);
    var book = register;
    rows =
        new Slices<>(
            (cursor, size) -> book.find(new StaffFilter(asked, active, cursor, size)),
            row -> row.id().toString());
    waiting = desk.waiting();
    show(null);
  }

  /** The line that was chosen in the table. */
  public void choose() {
    show(selected == null ? null : selected.id());
  }

  public void show(UUID id) {
    link = null;
    reload(id);
  }

  private void reload(UUID id) {
    try {
      person = id == null ? null : register.get(id);
      selected = person == null ? null : person.person();
    } catch (NotFound gone) {
      person = null;
      selected = null;
    }
  }

  public void makeLink() {
    attempt(() -> shown(office.link(id(), MINUTES)));
  }

  /** A link that was made just now; it stands here once. */
  public void shown(AccessLink made) {
    reload(made.user());
    link =
        "%s://%s%s%s"
            .formatted(web.getRequestScheme(), web.getRequestServerName(), port(), made.path());
  }

  public void endSessions() {
    attempt(() -> notes.here(words.of("identity.account.ended", office.endSessions(id()))));
  }

  public void resetFactor() {
    attempt(
        () -> {
          office.resetFactor(id());
          notes.here(words.of("identity.users.factor.done", name()));
        });
  }

  public void deactivate() {
    attempt(
        () -> {
          office.deactivate(id(), person.person().version());
          notes.here(words.of("identity.users.shut.done", name()));
        });
  }

  public void activate() {
    attempt(
        () -> {
          office.activate(id(), person.person().version());
          notes.here(words.of("identity.users.opened.done", name()));
        });
  }

  public void chooseRoles() {
    choice.start(person.person().roles());
  }

  public void keepRoles() {
    attempt(
        () -> {
          desk.change(id(), person.person().version(), choice.getChosen());
          waiting = desk.waiting();
          notes.here(words.of("identity.users.roles.done", name()));
        });
  }

  /** What is refused is said; what is shown is read anew either way. */
  private void attempt(Runnable deed) {
    link = null;
    try {
      deed.run();
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    reload(id());
  }

  private UUID id() {
    return person == null ? null : person.person().id();
  }

  private String name() {
    return person.person().lastName() + " " + person.person().firstName();
  }

  private String port() {
    int port = web.getRequestServerPort();
    return Map.of("http", 80, "https", 443).getOrDefault(web.getRequestScheme(), 0) == port
        ? ""
        : ":" + port;
  }

  /** Every role there is. */
  public List<String> getRoles() {
    return List.copyOf(register.roles().keySet());
  }

  public RoleChoice getChoice() {
    return choice;
  }

  /** What she may do here today. */
  public RoleChoice getHeld() {
    var held = new RoleChoice(register.roles());
    held.start(person.person().roles());
    return held;
  }

  public Slices<StaffRow> getRows() {
    return rows;
  }

  public String getFailure() {
    return rows.failure();
  }

  public StaffView getPerson() {
    return person;
  }

  public String getLink() {
    return link;
  }

  public int getWaiting() {
    return waiting;
  }

  public StaffRow getSelected() {
    return selected;
  }

  public void setSelected(StaffRow selected) {
    this.selected = selected;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getState() {
    return state;
  }

  public void setState(String state) {
    this.state = state;
  }
}
