package org.medflow.identity.page;

import java.io.Serializable;
import java.util.Locale;
import org.medflow.clinic.boundary.ClinicCard;
import org.medflow.clinic.boundary.OpenClinic;

/** What is typed of a clinic that is to be opened. */
public class ClinicFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private String code;
  private String name;
  private String city;
  private String timeZone = "Africa/Kinshasa";

  void show(ClinicCard site) {
    code = site.code();
    name = site.name();
    city = site.city();
    timeZone = site.timeZone();
  }

  OpenClinic opening() {
    return new OpenClinic(
        filled(code).toUpperCase(Locale.ROOT), filled(name), filled(city), timeZone);
  }

  static String filled(String text) {
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
}
