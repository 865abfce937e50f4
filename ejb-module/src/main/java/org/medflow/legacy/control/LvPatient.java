package org.medflow.legacy.control;

import static org.medflow.legacy.entity.LvColumn.AVENUE;
import static org.medflow.legacy.entity.LvColumn.CODE;
import static org.medflow.legacy.entity.LvColumn.COMMUNE;
import static org.medflow.legacy.entity.LvColumn.CONVENTION;
import static org.medflow.legacy.entity.LvColumn.MESSAGERIE;
import static org.medflow.legacy.entity.LvColumn.NAISSANCE;
import static org.medflow.legacy.entity.LvColumn.NOMS;
import static org.medflow.legacy.entity.LvColumn.POSTNOM;
import static org.medflow.legacy.entity.LvColumn.PRENOM;
import static org.medflow.legacy.entity.LvColumn.QUARTIER;
import static org.medflow.legacy.entity.LvColumn.SEXE;
import static org.medflow.legacy.entity.LvColumn.TELEPHONE;
import static org.medflow.legacy.entity.LvColumn.VILLE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.Sex;

/**
 * A row of LV_Patients in the words of the patient registry (spec legacy.md 1.12). What is wrong
 * with a side of it is left out and noted; only a row without a usable key or name is invalid.
 */
final class LvPatient {

  static final String UNKNOWN_NAME = "INCONNU";

  private static final int NAME_LENGTH = 80;

  private LvPatient() {}

  static LegacyPerson of(SourceRow row, String key, LocalDate today) {
    var problem = problem(row);
    if (problem != null) {
      return LegacyPerson.nobody(problem);
    }
    var notes = new ArrayList<String>();
    var person = person(row, key, today, notes);
    return new LegacyPerson(null, person, address(row, notes), cover(row, notes), notes);
  }

  private static String problem(SourceRow row) {
    if (LvText.name(row.cell(NOMS.header())) == null
        && LvText.name(row.cell(PRENOM.header())) == null) {
      return "no-name";
    }
    return tooLong(row.cell(NOMS.header()))
            || tooLong(row.cell(POSTNOM.header()))
            || tooLong(row.cell(PRENOM.header()))
        ? "name-too-long"
        : null;
  }

  static boolean tooLong(String name) {
    var text = LvText.name(name);
    return text != null && text.length() > NAME_LENGTH;
  }

  private static Person person(SourceRow row, String key, LocalDate today, List<String> notes) {
    var birth = LvBirthDate.of(row.cell(NAISSANCE.header()), today);
    var phones = LvPhones.of(row.cell(TELEPHONE.header()));
    var email = LvEmail.of(row.cell(MESSAGERIE.header()));
    var sex = LvSex.of(row.cell(SEXE.header()));
    note(notes, birth.note() != null, birth.note());
    note(notes, phones.dropped(), "phone-dropped");
    note(
        notes,
        email == null && LvText.clean(row.cell(MESSAGERIE.header())) != null,
        "email-dropped");
    note(
        notes,
        sex == Sex.UNKNOWN && LvText.clean(row.cell(SEXE.header())) != null,
        "sex-unreadable");
    return new Person(
        family(row, notes),
        upper(row.cell(POSTNOM.header())),
        LvText.name(row.cell(PRENOM.header())),
        sex,
        birth.date(),
        birth.precision(),
        null,
        phones.numbers(),
        email,
        List.of(new IdentifierInput("lv", key)));
  }

  private static String family(SourceRow row, List<String> notes) {
    var name = upper(row.cell(NOMS.header()));
    note(notes, name == null, "family-name-missing");
    return name == null ? UNKNOWN_NAME : name;
  }

  static String upper(String name) {
    var text = LvText.name(name);
    return text == null ? null : text.toUpperCase(java.util.Locale.FRENCH);
  }

  private static PostalAddress address(SourceRow row, List<String> notes) {
    return new PostalAddress(
        fitting(row.cell(AVENUE.header()), 200, notes),
        fitting(row.cell(QUARTIER.header()), 80, notes),
        fitting(row.cell(COMMUNE.header()), 80, notes),
        fitting(row.cell(VILLE.header()), 80, notes));
  }

  /** {@code [Patient Privé]} pays for herself: she has no convention, whatever her code. */
  private static Cover cover(SourceRow row, List<String> notes) {
    return cover(row.cell(CONVENTION.header()), row.cell(CODE.header()), notes);
  }

  static Cover cover(String payer, String number, List<String> notes) {
    var convention = fitting(payer, 120, notes);
    var plain = convention == null ? "" : LvText.plain(convention).replaceAll("[^A-Z]", "");
    return plain.isEmpty() || plain.equals("PATIENTPRIVE") || plain.equals("PRIVE")
        ? new Cover(null, null)
        : new Cover(convention, fitting(number, 40, notes));
  }

  static String fitting(String cell, int most, List<String> notes) {
    var text = LvText.clean(cell);
    note(notes, text != null && text.length() > most, "text-cut");
    return cut(text, most);
  }

  private static String cut(String text, int most) {
    return text == null || text.length() <= most ? text : text.substring(0, most).strip();
  }

  static void note(List<String> notes, boolean holds, String note) {
    if (holds && !notes.contains(note)) {
      notes.add(note);
    }
  }
}
