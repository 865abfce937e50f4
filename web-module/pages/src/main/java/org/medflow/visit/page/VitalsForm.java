package org.medflow.visit.page;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.visit.boundary.RecordVitals;

/** Measures as they are typed: a comma or a point, nothing for what was not measured. */
public class VitalsForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String systolic;
  private String diastolic;
  private String pulse;
  private String temperature;
  private String breaths;
  private String saturation;
  private String weight;
  private String height;
  private String glucose;
  private String note;

  /** The measures; refuses at its field what is no number. */
  RecordVitals read() {
    var broken = new ArrayList<FieldError>();
    var vitals =
        new RecordVitals(
            whole(broken, "systolic", systolic),
            whole(broken, "diastolic", diastolic),
            whole(broken, "pulse", pulse),
            decimal(broken, "temperature", temperature),
            whole(broken, "breaths", breaths),
            whole(broken, "saturation", saturation),
            decimal(broken, "weight", weight),
            decimal(broken, "height", height),
            decimal(broken, "glucose", glucose),
            note);
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
    return vitals;
  }

  private static Integer whole(List<FieldError> broken, String field, String typed) {
    var text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,4}")) {
      broken.add(new FieldError(field, "bad-number"));
      return null;
    }
    return Integer.valueOf(text);
  }

  static BigDecimal decimal(List<FieldError> broken, String field, String typed) {
    var text = typed == null ? "" : typed.strip().replace(',', '.');
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("[0-9]{1,4}(\\.[0-9]{1,3})?")) {
      broken.add(new FieldError(field, "bad-number"));
      return null;
    }
    return new BigDecimal(text);
  }

  public String getSystolic() {
    return systolic;
  }

  public void setSystolic(String systolic) {
    this.systolic = systolic;
  }

  public String getDiastolic() {
    return diastolic;
  }

  public void setDiastolic(String diastolic) {
    this.diastolic = diastolic;
  }

  public String getPulse() {
    return pulse;
  }

  public void setPulse(String pulse) {
    this.pulse = pulse;
  }

  public String getTemperature() {
    return temperature;
  }

  public void setTemperature(String temperature) {
    this.temperature = temperature;
  }

  public String getBreaths() {
    return breaths;
  }

  public void setBreaths(String breaths) {
    this.breaths = breaths;
  }

  public String getSaturation() {
    return saturation;
  }

  public void setSaturation(String saturation) {
    this.saturation = saturation;
  }

  public String getWeight() {
    return weight;
  }

  public void setWeight(String weight) {
    this.weight = weight;
  }

  public String getHeight() {
    return height;
  }

  public void setHeight(String height) {
    this.height = height;
  }

  public String getGlucose() {
    return glucose;
  }

  public void setGlucose(String glucose) {
    this.glucose = glucose;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
