package org.medflow.identity.page;

import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.boundary.ClinicCard;

/** What stands in the fields of the panel beside the sites. */
public class SiteForm extends ClinicFields {

  private static final long serialVersionUID = 1L;

  private String kind = "main";
  private String status = "active";
  private String street;
  private String phone;
  private String email;
  private String secondFactor = "required";

  static SiteForm of(ClinicCard site) {
    var form = new SiteForm();
    form.show(site);
    form.kind = site.kind();
    form.status = site.status();
    form.street = site.street();
    form.phone = site.phone();
    form.email = site.email();
    form.secondFactor = site.secondFactor();
    return form;
  }

  AmendClinic amendment() {
    return new AmendClinic(
        filled(getName()),
        filled(getCity()),
        getTimeZone(),
        kind,
        status,
        filled(street),
        filled(phone),
        filled(email),
        secondFactor);
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getStatus() {
    return status;
  }

  public void setStatus(String status) {
    this.status = status;
  }

  public String getStreet() {
    return street;
  }

  public void setStreet(String street) {
    this.street = street;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getSecondFactor() {
    return secondFactor;
  }

  public void setSecondFactor(String secondFactor) {
    this.secondFactor = secondFactor;
  }
}
