package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class RegistrationIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "cashier");
  }

  @Test
  void keepsWhatWasTold() {
    var person = clinic.people().complete();
    var made = clinic.registered(person);

    var read = clinic.as("receptionist").get("/patients/" + made.id()).json();
    assertThat(read.getString("lastName")).isEqualToIgnoringCase(person.lastName());
    assertThat(read.getString("postName")).isEqualToIgnoringCase(person.postName());
    assertThat(read.getString("firstName")).isEqualTo(person.firstName());
    assertThat(read.getString("birthDate")).isEqualTo(person.birthDate().toString());
    assertThat(read.getString("birthPrecision")).isEqualTo("DAY");
    assertThat(read.getString("sex")).isEqualTo(person.sex());
    assertThat(strings(read, "phones")).isEqualTo(person.phones());
    assertThat(read.getString("email")).isEqualTo(person.email());
    assertThat(read.getJsonObject("address").getString("street")).isEqualTo(person.street());
    assertThat(read.getJsonArray("identifiers").getJsonObject(0).getString("value"))
        .isEqualTo(person.nationalId());
    assertThat(read.getString("mrn")).matches("PAT\\d{6,}");
    assertThat(made.header("Location").orElse("")).endsWith("/patients/" + made.id());
  }

  @Test
  void savesOneRowLinkedToThisClinicOnly() {
    var made = clinic.registered(clinic.people().next());
    var owner = Shared.server().owner();
    assertThat(owner.number("select count(*) from medflow.patient where id = ?", made.id()))
        .isOne();
    assertThat(
            owner.strings(
                "select clinic_id::text from medflow.patient_clinic where patient_id = ?",
                made.id()))
        .containsExactly(clinic.id().toString());
  }

  @Test
  void givesEveryPersonAnotherNumber() {
    var first = clinic.registered(clinic.people().next()).json().getString("mrn");
    var second = clinic.registered(clinic.people().next()).json().getString("mrn");
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void needsOnlyTheFamilyNameAndTheSex() {
    var body =
        person(
            Json.createObjectBuilder()
                .add("lastName", clinic.people().name())
                .add("sex", "MALE")
                .build());
    var made = register(body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("birthPrecision")).isEqualTo("UNKNOWN");
    assertThat(strings(made.json(), "incomplete")).contains("birthDate");
  }

  @Test
  void takesTheFieldsOfThePersonAtTheTopAsWell() {
    var person = clinic.people().next();
    var made = register(person.asked());
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("lastName")).isEqualToIgnoringCase(person.lastName());
  }

  @Test
  void writesALocalTelephoneInItsInternationalForm() {
    var made = clinic.registered(clinic.people().next().phoned("081 55 12 " + digits(3)));
    assertThat(strings(made.json(), "phones").get(0)).matches("\\+2438155\\d{5}");
  }

  @Test
  void countsABirthYearBackFromAnAge() {
    var body =
        person(
            Json.createObjectBuilder()
                .add("lastName", clinic.people().name())
                .add("sex", "FEMALE")
                .add("age", 40)
                .build());
    var made = register(body);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(made.json().getString("birthPrecision")).isEqualTo("AGE");
    assertThat(LocalDate.parse(made.json().getString("birthDate")).getYear())
        .isBetween(Year.now().getValue() - 41, Year.now().getValue() - 40);
  }

  @Test
  void refusesABirthDateInTheFuture() {
    var person = clinic.people().next().bornOn(LocalDate.now().plusDays(2));
    var refused = register(person.registration());
    assertInvalid(refused, "birthDate");
  }

  @Test
  void refusesSomebodyWithoutAFamilyName() {
    var body = person(Json.createObjectBuilder().add("lastName", "  ").add("sex", "MALE").build());
    assertInvalid(register(body), "lastName");
  }

  @Test
  void refusesATelephoneThatIsNone() {
    assertInvalid(register(clinic.people().next().phoned("12").registration()), "phones");
  }

  @Test
  void refusesAValueThatIsNotInTheList() {
    var body =
        person(Json.createObjectBuilder().add("lastName", "Kalala").add("sex", "PERHAPS").build());
    var refused = register(body);
    assertThat(refused.status()).as(refused.toString()).isIn(400, 422);
    assertThat(refused.code()).isNotEmpty();
  }

  @Test
  void refusesWhoMayNotRegisterAndSavesNothing() {
    var person = clinic.people().next();
    var refused = clinic.as("cashier").post("/patients", person.registration());
    assertThat(refused.status()).as(refused.toString()).isEqualTo(403);
    assertThat(named(person.lastName())).isZero();
  }

  @Test
  void refusesNobody() {
    var person = clinic.people().next();
    var refused = Shared.server().anonymous().post("/patients", person.registration());
    assertThat(refused.status()).as(refused.toString()).isEqualTo(401);
    assertThat(named(person.lastName())).isZero();
  }

  @Test
  void speaksTheLanguageOfTheCaller() {
    var body = person(Json.createObjectBuilder().add("lastName", "").add("sex", "MALE").build());
    var caller = clinic.as("receptionist");
    var french = caller.with("Accept-Language", "fr").post("/patients", body).json();
    var english = caller.with("Accept-Language", "en").post("/patients", body).json();
    assertThat(french.getString("code")).isEqualTo(english.getString("code"));
    assertThat(french.getString("title") + french.getString("detail", ""))
        .isNotEqualTo(english.getString("title") + english.getString("detail", ""));
  }

  private static Reply register(JsonObject body) {
    return clinic.as("receptionist").post("/patients", body);
  }

  private static JsonObject person(JsonObject person) {
    return Json.createObjectBuilder().add("person", person).build();
  }

  private static void assertInvalid(Reply refused, String field) {
    assertThat(refused.status()).as(refused.toString()).isIn(400, 422);
    assertThat(refused.header("Content-Type").orElse("")).contains("application/problem+json");
    assertThat(refused.json().getJsonArray("fields").getValuesAs(JsonObject.class))
        .as(refused.toString())
        .anyMatch(broken -> broken.getString("field").contains(field));
    assertThat(refused.json().getString("correlationId")).isNotBlank();
  }

  private static long named(String lastName) {
    return Shared.server()
        .owner()
        .number("select count(*) from medflow.patient where lower(last_name) = lower(?)", lastName);
  }

  private static List<String> strings(JsonObject object, String name) {
    return object.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  private static String digits(int count) {
    return String.valueOf((int) Math.pow(10, count) + clinic.people().number(899)).substring(0, 3);
  }
}
