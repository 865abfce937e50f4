package org.medflow.identity.page;

import java.util.Objects;

/** What is typed on the first day. */
public class FirstRunForm extends ClinicFields {

  private static final long serialVersionUID = 1L;

  private final PersonFields person = new PersonFields();
  private String password;
  private String repeated;

  boolean samePasswords() {
    return Objects.equals(password, repeated);
  }

  public PersonFields getPerson() {
    return person;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }
}
