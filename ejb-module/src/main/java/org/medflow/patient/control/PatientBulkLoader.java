package org.medflow.patient.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.Patient;
import org.medflow.patient.entity.PatientIdentifier;
import org.medflow.patient.entity.PatientPhone;
import org.medflow.platform.store.CopyRows;
import org.medflow.platform.store.Rows;

/**
 * Writes many patients with one statement per table: COPY into a temporary table, since COPY is
 * refused under row-level security, and INSERT … SELECT from there.
 */
@ApplicationScoped
public class PatientBulkLoader {

  private static final String PATIENT =
      """
      mrn, registered_at_clinic, created_at, updated_at, id, last_name, post_name, first_name,
      name_key, name_sound, sex, birth_date, birth_precision, email_sealed, email_index,
      street_sealed, quarter, commune, city, convention, employee_sealed, incomplete\
      """;
  private static final String IDENTIFIER =
      "id, patient_id, system, strong, value_sealed, value_index";
  private static final String PHONE = "id, patient_id, position, value_sealed, value_index";

  @Inject Rows rows;
  @Inject PatientSeals seals;

  /**
   * Newcomers who may be known already, by their ids; true when a strong number is somebody's whom
   * the caller does not see.
   */
  Map<UUID, Boolean> maybeKnown(List<BulkRow> newcomers) {
    var phones = new Placed();
    var emails = new Placed();
    var numbers = new Placed();
    var systems = new ArrayList<String>();
    for (int i = 0; i < newcomers.size(); i++) {
      int place = i + 1;
      var written = newcomers.get(i).written();
      written.phones().forEach(phone -> phones.add(place, phone.index()));
      if (written.email() != null) {
        emails.add(place, written.email().index());
      }
      for (var number : written.numbers()) {
        numbers.add(place, number.index());
        systems.add(number.system().code());
      }
    }
    var known = new HashMap<UUID, Boolean>();
    rows.list(
        """
        select place, elsewhere from medflow.newcomers_known(?::text[], ?::text[]::date[],
            ?::int[], ?::bytea[], ?::int[], ?::bytea[], ?::int[], ?::text[], ?::bytea[])
        """,
        row -> known.put(newcomers.get(row.getInt(1) - 1).id(), row.getBoolean(2)),
        newcomers.stream().map(newcomer -> newcomer.person().name().key()).toList(),
        newcomers.stream().map(PatientBulkLoader::birth).toList(),
        phones.places,
        phones.values,
        emails.places,
        emails.values,
        numbers.places,
        systems,
        numbers.values);
    return known;
  }

  /** Registers them in this clinic under these numbers, the first number for the first. */
  public void register(List<BulkRow> newcomers, UUID clinic, List<String> mrns, Instant now) {
    tables();
    var patients = new CopyRows();
    var numbers = new CopyRows();
    var phones = new CopyRows();
    for (int i = 0; i < newcomers.size(); i++) {
      var texts = newcomers.get(i).written().texts();
      patients.behind(texts.patient(), mrns.get(i), clinic, now, now);
      numbers.add(texts.numbers());
      phones.add(texts.phones());
    }
    copy("patient", PATIENT, patients);
    rows.update(
        """
        insert into medflow.patient_clinic (patient_id, clinic_id, linked_at)
        select id, registered_at_clinic, created_at from pg_temp.bulk_patient
        """);
    copy("patient_identifier", IDENTIFIER, numbers);
    copy("patient_phone", PHONE, phones);
  }

  /** Patients by a number of theirs. */
  public Map<String, UUID> holders(IdentifierSystem system, Collection<String> numbers) {
    var asked = List.copyOf(numbers);
    var indexes =
        asked.stream()
            .map(number -> seals.identifierIndex(system, IdentifierSystem.normalise(number)))
            .toList();
    var found = new HashMap<String, UUID>();
    rows.list(
        """
        select t.place, i.patient_id
          from unnest(?::bytea[]) with ordinality as t(value, place)
          join medflow.patient_identifier i on i.value_index = t.value and i.system = ? and i.live
        """,
        row -> found.put(asked.get(row.getInt(1) - 1), Rows.id(row, "patient_id")),
        indexes,
        system.code());
    return found;
  }

  /** Takes registrations back that are as they were made; tells which. */
  public List<UUID> unregister(List<UUID> ids, List<Long> versions) {
    return rows.list(
        "select * from medflow.patients_unregister(?, ?)",
        row -> row.getObject(1, UUID.class),
        ids,
        versions);
  }

  private void copy(String table, String columns, CopyRows text) {
    rows.copy("pg_temp." + temporary(table), columns, text);
    rows.update(
        "insert into medflow.%1$s (%2$s) select %2$s from pg_temp.%3$s"
            .formatted(table, columns, temporary(table)));
  }

  private void tables() {
    for (var table : List.of("patient", "patient_identifier", "patient_phone")) {
      rows.update(
          "create temporary table if not exists %s on commit delete rows as table medflow.%s"
                  .formatted(temporary(table), table)
              + " with no data");
    }
  }

  private static String temporary(String table) {
    return "bulk_" + table;
  }

  private static String birth(BulkRow newcomer) {
    var date = newcomer.person().birth().date();
    return date == null ? null : date.toString();
  }

  /** The rows of one newcomer as they are copied, her own without what is given with the number. */
  public record Texts(CopyRows patient, CopyRows numbers, CopyRows phones) {}

  static Texts texts(
      UUID id, Patient.Facts facts, List<PatientIdentifier> numbers, List<PatientPhone> phones) {
    var texts = new Texts(patient(id, facts), new CopyRows(), new CopyRows());
    numbers.forEach(number -> number(texts.numbers(), id, number));
    phones.forEach(phone -> phone(texts.phones(), id, phone));
    return texts;
  }

  private static CopyRows patient(UUID id, Patient.Facts facts) {
    var who = facts.identity();
    var contact = facts.contact();
    return new CopyRows()
        .row(
            id,
            who.name().lastName(),
            who.name().postName(),
            who.name().firstName(),
            who.name().key(),
            who.name().sound(),
            who.sex(),
            who.birth().date(),
            who.birth().precision(),
            facts.email() == null ? null : facts.email().value().bytes(),
            facts.email() == null ? null : facts.email().index(),
            contact.street() == null ? null : contact.street().bytes(),
            contact.quarter(),
            contact.commune(),
            contact.city(),
            facts.payer().convention(),
            facts.payer().employee() == null ? null : facts.payer().employee().bytes(),
            who.incomplete());
  }

  private static void number(CopyRows text, UUID patient, PatientIdentifier number) {
    var value = number.value().bytes();
    var system = number.system();
    text.row(number.id(), patient, system.code(), system.strong(), value, number.index());
  }

  private static void phone(CopyRows text, UUID patient, PatientPhone phone) {
    text.row(phone.id(), patient, phone.position(), phone.value().bytes(), phone.index());
  }

  /** Values with the place of the newcomer whose they are. */
  private static final class Placed {
    private final List<Integer> places = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();

    private void add(int place, byte[] value) {
      places.add(place);
      values.add(value);
    }
  }
}
