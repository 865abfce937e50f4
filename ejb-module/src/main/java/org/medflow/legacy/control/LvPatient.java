package org.medflow.legacy.control;

import static org.medflow.legacy.entity.LvColumn.AVENUE;
import static org.medflow.legacy.entity.LvColumn.CODE;
import static org.medflow.legacy.entity.LvColumn.COMMUNE;
import static org.medflow.legacy.entity.LvColumn.CONVENTION;
import static org.medflow.legacy.entity.LvColumn.MESSAGERIE;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.NUM_FICHE;
import static org.medflow.legacy.entity.LvColumn.POSTNOM;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.QUARTIER;
import static org.medflow.legacy.entity.LvColumn.SEXE;
import static org.medflow.legacy.entity.LvColumn.TELEPHONE;
import static org.medflow.legacy.entity.LvColumn.VILLE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.medflow.legacy.boundary.LegacyPatientRow;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.Sex;

/**
 * A row of LV_Patients in the words of the patient registry (spec legacy.md 1.12). What is wrong
 * with a side of it is left out and noted; only a row without a usable key or name is invalid.
 *
 * @param key NumFiche as written, cut to what can be shown; null when there is none
 * @param problem why nobody can be registered from it, null when somebody can
 * @param notes what was left out or put right
 */
record LvPatient(
    String key,
    String problem,
    Person person,
    PostalAddress address,
    Cover cover,
    List<String> notes) {

  static final String UNKNOWN_NAME = "INCONNU";

  private static final int KEY_LENGTH = 40;
  private static final int NAME_LENGTH = 80;

  static LvPatient of(LegacyPatientRow row, LocalDate today) {
    var key = LvText.clean(row.cell(NUM_FICHE));
    var problem = problem(row, key);
    if (problem != null) {
      return new LvPatient(cut(key, NAME_LENGTH), problem, null, null, null, List.of());
    }
    var notes = new ArrayList<String>();
    var person = person(row, key, today, notes);
    return new LvPatient(key, null, person, address(row, notes), cover(row, notes), notes);
  }

  private static String problem(LegacyPatientRow row, String key) {
    if (row.problem() != null) {
      return row.problem();
    }
    if (key == null || key.matches("[^\\p{L}\\p{N}]*|0+")) {
      return "no-key";
    }
    if (key.length() > KEY_LENGTH) {
      return "key-too-long";
    }
    if (LvText.name(row.cell(NOMS)) == null && LvText.name(row.cell(PRENOM)) == null) {
      return "no-name";
    }
    return tooLong(row.cell(NOMS)) || tooLong(row.cell(POSTNOM)) || tooLong(row.cell(PRENOM))
        ? "name-too-long"
        : null;
  }

  private static boolean tooLong(String name) {
    var text = LvText.name(name);
    return text != null && text.length() > NAME_LENGTH;
  }

  private static Person person(
      LegacyPatientRow row, String key, LocalDate today, List<String> notes) {
    var birth = LvBirthDate.of(row.cell(NAISSANCE), today);
    var phones = LvPhones.of(row.cell(TELEPHONE));
    var email = LvEmail.of(row.cell(MESSAGERIE));
    var sex = LvSex.of(row.cell(SEXE));
    note(notes, birth.note() != null, birth.note());
    note(notes, phones.dropped(), "phone-dropped");
    note(notes, email == null && LvText.clean(row.cell(MESSAGERIE)) != null, "email-dropped");
    note(notes, sex == Sex.UNKNOWN && LvText.clean(row.cell(SEXE)) != null, "sex-unreadable");
    return new Person(
        family(row, notes),
        upper(row.cell(POSTNOM)),
        LvText.name(row.cell(PRENOM)),
        sex,
        birth.date(),
        birth.precision(),
        null,
        phones.numbers(),
        email,
        List.of(new IdentifierInput("lv", key)));
  }

  private static String family(LegacyPatientRow row, List<String> notes) {
    var name = upper(row.cell(NOMS));
    note(notes, name == null, "family-name-missing");
    return name == null ? UNKNOWN_NAME : name;
  }

  private static String upper(String name) {
    var text = LvText.name(name);
    return text == null ? null : text.toUpperCase(java.util.Locale.FRENCH);
  }

  private static PostalAddress address(LegacyPatientRow row, List<String> notes) {
    return new PostalAddress(
        fitting(row.cell(AVENUE), 200, notes),
        fitting(row.cell(QUARTIER), 80, notes),
        fitting(row.cell(COMMUNE), 80, notes),
        fitting(row.cell(VILLE), 80, notes));
  }

  /** {@code [Patient Privé]} pays for herself: she has no convention, whatever her code. */
  private static Cover cover(LegacyPatientRow row, List<String> notes) {
    var convention = fitting(row.cell(CONVENTION), 120, notes);
    var plain = convention == null ? "" : LvText.plain(convention).replaceAll("[^A-Z]", "");
    return plain.isEmpty() || plain.equals("PATIENTPRIVE") || plain.equals("PRIVE")
        ? new Cover(null, null)
        : new Cover(convention, fitting(row.cell(CODE), 40, notes));
  }

  private static String fitting(String cell, int most, List<String> notes) {
    var text = LvText.clean(cell);
    note(notes, text != null && text.length() > most, "text-cut");
    return cut(text, most);
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most).strip();
  }

  private static void note(List<String> notes, boolean holds, String note) {
    if (holds && !notes.contains(note)) {
      notes.add(note);
    }
  }
}
