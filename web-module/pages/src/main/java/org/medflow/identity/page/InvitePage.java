package org.medflow.identity.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.medflow.identity.boundary.Invitation;
import org.medflow.identity.boundary.StaffOffice;
import org.medflow.identity.boundary.StaffRegister;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.primefaces.PrimeFaces;

/** The dialog that takes somebody on: her names, her roles, and what they would let her do. */
@Named
@ViewScoped
public class InvitePage implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject StaffOffice office;
  @Inject StaffRegister register;
  @Inject UsersPage users;
  @Inject Notes notes;

  private RoleChoice choice;
  private boolean taken;
  private PersonFields person = new PersonFields();

  @PostConstruct
  void open() {
    choice = new RoleChoice(register.roles());
  }

  /** An empty form. */
  public void begin() {
    choice.start(List.of());
    taken = false;
    person = new PersonFields();
  }

  public void invite() {
    taken = false;
    attempt(
        () -> {
          var made = office.invite(asked());
          users.look();
          users.shown(made);
        });
  }

  /** The same roles for somebody who has an account of this name. */
  public void engage() {
    attempt(
        () -> {
          var known = office.engage(asked());
          users.look();
          users.show(known);
        });
  }

  private void attempt(Runnable deed) {
    try {
      deed.run();
      PrimeFaces.current().executeScript("PF('inviteDialog').hide()");
    } catch (ClinicException refused) {
      taken = refused.code().equals("username-taken");
      notes.refused(refused);
    }
  }

  private Invitation asked() {
    return new Invitation(
        person.getUsername(), person.getFirstName(), person.getLastName(), choice.getChosen());
  }

  /** Whether somebody has this username already, so that roles can be asked for her account. */
  public boolean isTaken() {
    return taken;
  }

  public RoleChoice getChoice() {
    return choice;
  }

  public PersonFields getPerson() {
    return person;
  }
}
