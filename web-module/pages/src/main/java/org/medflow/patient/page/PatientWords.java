package org.medflow.patient.page;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.platform.page.Words;

/** How the pages write what is known of a patient: partial dates, ages, telephones, names. */
@Named
@ApplicationScoped
public class PatientWords {

  private static final char NO_BREAK = '\u00a0';
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  @Inject Words words;

  public String birth(LocalDate date, BirthPrecision precision) {
    var shown = BirthText.show(date, precision);
    return shown.isEmpty() ? words.of("patient.birth.unknown") : shown;
  }

  /** Full years; with a sign of doubt when only the year or an age was told. */
  public String age(Integer age, BirthPrecision precision) {
    if (age == null || precision == null || precision == BirthPrecision.UNKNOWN) {
      return "";
    }
    var doubt = precision == BirthPrecision.YEAR || precision == BirthPrecision.AGE;
    return (doubt ? "≈" + NO_BREAK : "") + words.of("patient.age", age);
  }

  /** A number as it is read aloud; text that is no number stays as it is. */
  public String phone(String e164) {
    if (e164 == null || e164.isBlank()) {
      return "";
    }
    try {
      var phones = PhoneNumberUtil.getInstance();
      return phones
          .format(phones.parse(e164, "CD"), PhoneNumberFormat.INTERNATIONAL)
          .replace(' ', NO_BREAK);
    } catch (NumberParseException unreadable) {
      return e164;
    }
  }

  public String count(long number) {
    return count(number, words.locale());
  }

  static String count(long number, Locale locale) {
    return NumberFormat.getIntegerInstance(locale).format(number).replace('\u202f', NO_BREAK);
  }

  /** Sex, age, birth, number: the line under the name. */
  public String meta(PatientView patient) {
    return line(
        words.of("patient.sex." + patient.sex()),
        age(patient.age(), patient.birthPrecision()),
        birth(patient.birthDate(), patient.birthPrecision()),
        patient.mrn(),
        patient.aliases().isEmpty()
            ? ""
            : words.of("patient.banner.alias", String.join(", ", patient.aliases())));
  }

  public String about(PatientRow row) {
    return line(
        words.of("patient.sex.short." + row.sex()),
        BirthText.show(row.birthDate(), row.birthPrecision()),
        age(row.age(), row.birthPrecision()));
  }

  public String address(PostalAddress address) {
    return address == null
        ? ""
        : join(", ", address.street(), address.quarter(), address.commune(), address.city());
  }

  public String phones(List<String> phones) {
    return phones.stream().map(this::phone).collect(Collectors.joining(", "));
  }

  public String moment(Instant at, String zone) {
    return at == null ? "" : MOMENT.format(at.atZone(ZoneId.of(zone)));
  }

  public String initials(String lastName, String firstName) {
    return first(lastName) + first(firstName);
  }

  static String line(String... parts) {
    return join(" · ", parts);
  }

  private static String join(String between, String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(between));
  }

  private static String first(String name) {
    return name == null || name.isBlank() ? "" : name.strip().substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
