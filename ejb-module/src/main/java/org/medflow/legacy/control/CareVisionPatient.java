package org.medflow.legacy.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.patient.boundary.IdentifierInput;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.Sex;

/**
 * A row of CareVision's Patients in the words of the patient registry (spec legacy.md 1.2, 1.14).
 * Its key is the number that every other table calls numclient, and the LV database NumFiche.
 */
final class CareVisionPatient {

  private CareVisionPatient() {}

  static LegacyPerson of(SourceRow row, String key, LocalDate today) {
    if (LvText.name(row.cell("Nom")) == null && LvText.name(row.cell("Prenom")) == null) {
      return LegacyPerson.nobody("no-name");
    }
    if (LvPatient.tooLong(row.cell("Nom")) || LvPatient.tooLong(row.cell("Prenom"))) {
      return LegacyPerson.nobody("name-too-long");
    }
    var notes = new ArrayList<String>();
    var address =
        new PostalAddress(
            LvPatient.fitting(row.cell("Adresse"), 200, notes),
            null,
            null,
            LvPatient.fitting(row.cell("Ville"), 80, notes));
    var cover = LvPatient.cover(row.cell("Convention"), row.cell("Matricule"), notes);
    return new LegacyPerson(null, person(row, key, today, notes), address, cover, notes);
  }

  private static Person person(SourceRow row, String key, LocalDate today, List<String> notes) {
    var birth = LvBirthDate.of(row.cell("DateNaissance"), today);
    var phones = LvPhones.of(row.cell("Telephone"));
    var email = LvEmail.of(row.cell("Email"));
    var sex = LvSex.of(row.cell("Sexe"));
    var family = LvText.name(row.cell("Nom"));
    LvPatient.note(notes, birth.note() != null, birth.note());
    LvPatient.note(notes, phones.dropped(), "phone-dropped");
    LvPatient.note(
        notes, email == null && LvText.clean(row.cell("Email")) != null, "email-dropped");
    LvPatient.note(
        notes, sex == Sex.UNKNOWN && LvText.clean(row.cell("Sexe")) != null, "sex-unreadable");
    LvPatient.note(notes, family == null, "family-name-missing");
    return new Person(
        family == null ? LvPatient.UNKNOWN_NAME : family.toUpperCase(Locale.FRENCH),
        null,
        LvText.name(row.cell("Prenom")),
        sex,
        birth.date(),
        birth.precision(),
        null,
        phones.numbers(),
        email,
        List.of(new IdentifierInput("lv", key)));
  }
}
