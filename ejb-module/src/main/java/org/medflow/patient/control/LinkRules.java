package org.medflow.patient.control;

import java.time.LocalDate;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.LinkPatient;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.platform.error.FieldText;

/** What somebody must say who wants to see a person of another clinic. */
public final class LinkRules {

  private static final int IDENTIFIER = 60;
  private static final int WORDS = 500;
  private static final int SHORTEST_CONSENT = 3;
  private static final int SHORTEST_REASON = 15;

  private LinkRules() {}

  /**
   * A request that may be tried.
   *
   * @param words the consent's text or the reason
   * @param given when the consent was given, null for broken glass
   */
  public record Checked(IdentifierSystem system, String number, String words, LocalDate given) {}

  /** The request, or every field that is broken. */
  public static Checked checked(LinkPatient asked, LocalDate today) {
    var fields = new FieldText();
    var typed = asked.identifier() == null ? new IdentifierInput(null, null) : asked.identifier();
    var system = IdentifierSystem.of(typed.system()).filter(IdentifierSystem::strong);
    if (system.isEmpty()) {
      fields.refuse("system", "unknown-identifier-system");
    }
    var value = fields.required("value", typed.value(), IDENTIFIER);
    var number = value == null ? "" : IdentifierSystem.normalise(value);
    if (value != null && number.isEmpty()) {
      fields.refuse("value", "bad-format");
    }
    var consent = "consent".equals(asked.basis());
    if (!consent && !"break-glass".equals(asked.basis())) {
      fields.refuse("basis", "bad-format");
    }
    var words = consent ? consent(fields, asked, today) : reason(fields, asked);
    fields.check();
    return new Checked(
        system.orElseThrow(), number, words, consent ? asked.consent().date() : null);
  }

  private static String consent(FieldText fields, LinkPatient asked, LocalDate today) {
    var given = asked.consent() == null ? new LinkPatient.Consent(null, null) : asked.consent();
    if (given.date() == null) {
      fields.refuse("date", "required");
    } else if (given.date().isAfter(today)) {
      fields.refuse("date", "date-in-future");
    }
    return atLeast(fields, "text", given.text(), SHORTEST_CONSENT);
  }

  private static String reason(FieldText fields, LinkPatient asked) {
    return atLeast(fields, "reason", asked.reason(), SHORTEST_REASON);
  }

  private static String atLeast(FieldText fields, String field, String typed, int shortest) {
    var words = fields.required(field, typed, WORDS);
    if (words != null && words.length() < shortest) {
      fields.refuse(field, "too-short");
    }
    return words;
  }
}
