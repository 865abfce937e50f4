package org.medflow.identity.page;

import java.io.Serializable;
import java.util.Locale;
import org.medflow.clinic.boundary.AmendClinic;
import org.medflow.clinic.boundary.ClinicCard;
import org.medflow.clinic.boundary.OpenClinic;

/** What stands in the fields of the panel beside the sites. */
public class SiteForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String code;
  private String name;
  private String city;
  private String timeZone = "Africa/Kinshasa";
  private String kind = "main";
  private String status = "active";
  private String street;
  private String phone;
  private String email;
  private String secondFactor = "required";

  static SiteForm of(ClinicCard site) {
    var form = new SiteForm();
    form.code = site.code();
    form.name = site.name();
    form.city = site.city();
    form.timeZone = site.timeZone();
    form.kind = site.kind();
    form.status = site.status();
    form.street = site.street();
    form.phone = site.phone();
    form.email = site.email();
    form.secondFactor = site.secondFactor();
    return form;
  }

  OpenClinic opening() {
    return new OpenClinic(
        filled(code).toUpperCase(Locale.ROOT), filled(name), filled(city), timeZone);
  }

  AmendClinic amendment() {
    return new AmendClinic(
        filled(name),
        filled(city),
        timeZone,
        kind,
        status,
        filled(street),
        filled(phone),
        filled(email),
        secondFactor);
  }

  private static String filled(String text) {
    return text == null ? "" : text.strip();
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getTimeZone() {
    return timeZone;
  }

  public void setTimeZone(String timeZone) {
    this.timeZone = timeZone;
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
