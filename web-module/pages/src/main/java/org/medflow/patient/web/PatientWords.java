package org.medflow.patient.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medflow.patient.boundary.Candidate;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.platform.web.Words;

/** How the pages write what is known of a patient: partial dates, ages, telephones, names. */
@Named
@ApplicationScoped
public class PatientWords {

  private static final char NO_BREAK = '\u00a0';

  private static final Map<String, String> MATCHES =
      Map.of("PHONE", "pi-phone", "NUMBER", "pi-hashtag", "LEGACY", "pi-database");

  @Inject Words words;
  @Inject Clock clock;

  public String birth(LocalDate date, BirthPrecision precision) {
    var shown = BirthText.show(date, precision);
    return shown.isEmpty() ? words.of("patient.birth.unknown") : shown;
  }

  private String dated(LocalDate date, BirthPrecision precision) {
    var shown = BirthText.show(date, precision);
    return shown.isEmpty() ? words.of("patient.birth.unknown.long") : shown;
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
        dated(patient.birthDate(), patient.birthPrecision()),
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

  /** What is read of a birth date or an age while it is typed. */
  public String birthHint(String typed, String age) {
    if (typed == null || typed.isBlank()) {
      return age != null && age.matches("\\d{1,3}")
          ? words.of(
              "patient.form.birth.AGE", String.valueOf(today().getYear() - Integer.parseInt(age)))
          : words.of("patient.form.birth.hint");
    }
    return BirthText.read(typed).map(this::hint).orElse(words.of("patient.form.birth.unread"));
  }

  private String hint(BirthText birth) {
    var years = Period.between(birth.date(), today()).getYears();
    return birth.date().isAfter(today())
        ? words.of("patient.form.birth.future")
        : words.of("patient.form.birth." + birth.precision(), words.of("patient.age", years));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Kinshasa"));
  }

  /** How sure a birth date is, empty when it is the day itself or nothing. */
  public String precision(BirthPrecision precision) {
    var key = "patient.precision." + precision;
    return words.known(key) ? words.of(key) : "";
  }

  public String likelyLine(Candidate who) {
    return line(who.mrn(), dated(who.birthDate(), who.birthPrecision()), phone(who.phone()));
  }

  public String missing(List<String> fields) {
    var names = fields.stream().map(field -> words.of("patient.missing." + field));
    return words.of("patient.missing", names.collect(Collectors.joining(", ")));
  }

  public String matchIcon(String why) {
    return MATCHES.getOrDefault(why, "pi-search");
  }

  public String list(List<String> parts) {
    return String.join(", ", parts);
  }

  public String address(PostalAddress address) {
    return address == null
        ? ""
        : join(", ", address.street(), address.quarter(), address.commune(), address.city());
  }

  public String phones(List<String> phones) {
    return phones.stream().map(this::phone).collect(Collectors.joining(", "));
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
    return name == null || name.isBlank()
        ? ""
        : name.strip().substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
