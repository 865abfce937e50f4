package org.medflow.patient.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.LinkPatient;
import org.medflow.patient.entity.IdentifierSystem;

/** The two ways to a person whom another clinic knows, beside a registration that was refused. */
public class ElsewherePanel implements Serializable {

  private static final long serialVersionUID = 1L;

  private List<IdentifierInput> numbers = List.of();
  private String text;
  private String date;
  private String reason;

  /** Offers the ways, for the strong numbers that were typed. */
  void offer(List<IdentifierInput> typed, LocalDate today) {
    numbers =
        typed.stream()
            .filter(
                number ->
                    IdentifierSystem.of(number.system())
                        .filter(IdentifierSystem::strong)
                        .isPresent())
            .toList();
    date = date == null ? today.toString() : date;
  }

  void close() {
    numbers = List.of();
  }

  List<LinkPatient> byConsent() {
    var given = given();
    return numbers.stream().map(number -> LinkPatient.byConsent(number, text, given)).toList();
  }

  List<LinkPatient> byBreakingGlass() {
    return numbers.stream().map(number -> LinkPatient.breakGlass(number, reason)).toList();
  }

  /** The day as typed; what is none is left for the rules to miss. */
  private LocalDate given() {
    try {
      return date == null || date.isBlank() ? null : LocalDate.parse(date);
    } catch (DateTimeParseException unreadable) {
      return null;
    }
  }

  public boolean isOffered() {
    return !numbers.isEmpty();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getDate() {
    return date;
  }

  public void setDate(String date) {
    this.date = date;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
