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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medflow.patient.entity.IdentifierSystem;
import org.medflow.patient.entity.Patient;
import org.medflow.platform.store.CopyText;
import org.medflow.platform.store.Rows;
import org.medflow.platform.work.Parallel;

/**
 * Writes many patients with one statement per table: COPY into a temporary table, since COPY is
 * refused under row-level security, and INSERT … SELECT from there.
 */
@ApplicationScoped
public class PatientBulkLoader {

  private static final String PATIENT =
      """
      id, mrn, registered_at_clinic, last_name, post_name, first_name, name_key, name_sound, sex,
      birth_date, birth_precision, email_sealed, email_index, street_sealed, quarter, commune, city,
      convention, employee_sealed, incomplete, created_at, updated_at\
      """;
  private static final String IDENTIFIER =
      "id, patient_id, system, strong, value_sealed, value_index";
  private static final String PHONE = "id, patient_id, position, value_sealed, value_index";

  @Inject Rows rows;
  @Inject PatientFacts facts;
  @Inject PatientSeals seals;
  @Inject Parallel parallel;

  /**
   * Newcomers who may be known already, by their ids; true when a strong number is somebody's whom
   * the caller does not see.
   */
  Map<UUID, Boolean> maybeKnown(List<BulkRow> newcomers) {
    var phones = new Placed();
    var emails = new Placed();
    var numbers = new Placed();
    var systems = new ArrayList<String>();
    var marks = parallel.map(newcomers, newcomer -> marks(newcomer.person()));
    for (int i = 0; i < marks.size(); i++) {
      int place = i + 1;
      marks.get(i).phones().forEach(phone -> phones.add(place, phone));
      marks.get(i).emails().forEach(email -> emails.add(place, email));
      marks.get(i).numbers().forEach(number -> numbers.add(place, number));
      newcomers.get(i).person().identifiers().forEach(one -> systems.add(one.system().code()));
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

  /** Blind indexes of what a person is found by. */
  private record Marks(List<byte[]> phones, List<byte[]> emails, List<byte[]> numbers) {}

  private Marks marks(CheckedPerson person) {
    return new Marks(
        person.phones().stream().map(seals::phoneIndex).toList(),
        Stream.ofNullable(person.email()).map(seals::emailIndex).toList(),
        person.identifiers().stream()
            .map(number -> seals.identifierIndex(number.system(), number.normalised()))
            .toList());
  }

  /** Registers them in this clinic under these numbers, the first number for the first. */
  public void register(List<BulkRow> newcomers, UUID clinic, List<String> mrns, Instant now) {
    tables();
    var places = IntStream.range(0, newcomers.size()).boxed().toList();
    var written =
        parallel.map(places, place -> written(newcomers.get(place), clinic, mrns.get(place), now));
    var patients = new CopyText();
    var numbers = new CopyText();
    var phones = new CopyText();
    for (var one : written) {
      patients.add(one.patient());
      numbers.add(one.numbers());
      phones.add(one.phones());
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

  /** The rows of one newcomer, sealed. */
  private record Written(CopyText patient, CopyText numbers, CopyText phones) {}

  private Written written(BulkRow newcomer, UUID clinic, String mrn, Instant now) {
    var id = newcomer.id();
    var written = new Written(new CopyText(), new CopyText(), new CopyText());
    var held = facts.of(id, newcomer.person(), newcomer.around());
    patient(written.patient(), new Patient.Label(id, mrn, clinic), held, now);
    for (var number : facts.identifiers(id, newcomer.person().identifiers())) {
      var value = number.value().bytes();
      var system = number.system();
      written.numbers().row(number.id(), id, system.code(), system.strong(), value, number.index());
    }
    for (var phone : facts.phones(id, newcomer.person().phones())) {
      var value = phone.value().bytes();
      written.phones().row(phone.id(), id, phone.position(), value, phone.index());
    }
    return written;
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

  private void copy(String table, String columns, CopyText text) {
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

  private static void patient(
      CopyText text, Patient.Label label, Patient.Facts facts, Instant now) {
    var who = facts.identity();
    var contact = facts.contact();
    text.row(
        label.id(),
        label.mrn(),
        label.clinic(),
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
        who.incomplete(),
        now,
        now);
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
