package org.medflow.identity.page;

import java.io.Serializable;

/** What is typed of somebody who is to have an account. */
public class PersonFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private String username;
  private String firstName;
  private String lastName;

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getFirstName() {
    return firstName;
  }

  public void setFirstName(String firstName) {
    this.firstName = firstName;
  }

  public String getLastName() {
    return lastName;
  }

  public void setLastName(String lastName) {
    this.lastName = lastName;
  }
}
