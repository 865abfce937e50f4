package org.medflow.legacy.control;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.medflow.patient.boundary.AmendPatient;
import org.medflow.patient.boundary.Cover;
import org.medflow.patient.boundary.PatientView;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.PostalAddress;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/** What a record held before an import amended it, in plain bytes that the engine seals. */
final class PatientImage {

  private PatientImage() {}

  static byte[] of(PatientView here) {
    var phones = Json.createArrayBuilder(here.phones());
    return Json.createObjectBuilder()
        .add("lastName", text(here.lastName()))
        .add("postName", text(here.postName()))
        .add("firstName", text(here.firstName()))
        .add("sex", here.sex().name())
        .add("birthDate", text(here.birthDate() == null ? null : here.birthDate().toString()))
        .add("birthPrecision", here.birthPrecision().name())
        .add("phones", phones)
        .add("email", text(here.email()))
        .add("street", text(here.address().street()))
        .add("quarter", text(here.address().quarter()))
        .add("commune", text(here.address().commune()))
        .add("city", text(here.address().city()))
        .add("convention", text(here.cover().convention()))
        .add("employeeNumber", text(here.cover().employeeNumber()))
        .build()
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The change that gives a record all of that back; a blank text blanks the field. */
  static AmendPatient change(byte[] image) {
    try (var reader = Json.createReader(new ByteArrayInputStream(image))) {
      var read = reader.readObject();
      var address =
          new PostalAddress(
              read.getString("street"),
              read.getString("quarter"),
              read.getString("commune"),
              read.getString("city"));
      var cover = new Cover(read.getString("convention"), read.getString("employeeNumber"));
      return new AmendPatient(person(read), address, cover, null);
    }
  }

  /** An amendment leaves the numbers of other systems as they are. */
  static Person withoutIdentifiers(Person person) {
    return new Person(
        person.lastName(),
        person.postName(),
        person.firstName(),
        person.sex(),
        person.birthDate(),
        person.birthPrecision(),
        null,
        person.phones(),
        person.email(),
        null);
  }

  private static Person person(JsonObject read) {
    var birth = read.getString("birthDate");
    return new Person(
        read.getString("lastName"),
        read.getString("postName"),
        read.getString("firstName"),
        Sex.valueOf(read.getString("sex")),
        birth.isEmpty() ? null : LocalDate.parse(birth),
        BirthPrecision.valueOf(read.getString("birthPrecision")),
        null,
        List.copyOf(read.getJsonArray("phones").getValuesAs(JsonString::getString)),
        read.getString("email"),
        null);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }
}
