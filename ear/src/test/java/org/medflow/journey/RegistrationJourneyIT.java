package org.medflow.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Shared;

/** Registering somebody: by keyboard, with the live panel of people who look alike. */
class RegistrationJourneyIT {

  private static final Pattern RECORD = Pattern.compile(".*/patients/([0-9a-f-]{36})/resume.*");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "manager");
  }

  private static Visitor atTheForm(String label) {
    var visitor = Desk.visitor(Shared.server()).signIn(clinic.staff(label));
    return ready(visitor.go("/patients/nouveau"));
  }

  /** The first field has the focus before somebody types. */
  private static Visitor ready(Visitor visitor) {
    assertThat(visitor.id("lastName")).isFocused();
    return visitor;
  }

  private static UUID opened(Visitor visitor) {
    visitor.page().waitForURL(RECORD);
    var found = RECORD.matcher(visitor.page().url());
    assertThat(found.matches()).isTrue();
    return UUID.fromString(found.group(1));
  }

  private static void fill(Visitor visitor, Person person) {
    visitor.hammer("lastName", person.lastName());
    visitor.hammer("postName", person.postName());
    visitor.hammer("firstName", person.firstName());
    sex(visitor, person.sex());
    visitor.hammer("birthDate", DAY.format(person.birthDate()));
    visitor.hammer("phones", person.phones().get(0));
  }

  private static void sex(Visitor visitor, String sex) {
    var label = sex.equals("FEMALE") ? "Féminin" : "Masculin";
    visitor.id("sex").getByText(label).click();
  }

  private static long registered() {
    return Shared.server()
        .owner()
        .number("select count(*) from medflow.patient_clinic where clinic_id = ?", clinic.id());
  }

  @Test
  void registersSomebodyAndOpensTheRecord() {
    var person = clinic.people().next();
    try (var visitor = atTheForm("receptionist")) {
      Look.at(visitor, "inscription");
      fill(visitor, person);
      visitor.press("Control+Enter");
      var id = opened(visitor);
      var saved = clinic.as("receptionist").get("/patients/" + id).json();
      assertThat(saved.getString("lastName")).isEqualToIgnoringCase(person.lastName());
      assertThat(saved.getString("postName")).isEqualToIgnoringCase(person.postName());
      assertThat(saved.getString("firstName")).isEqualToIgnoringCase(person.firstName());
      assertThat(saved.getString("birthDate")).isEqualTo(person.birthDate().toString());
      assertThat(saved.getString("birthPrecision")).isEqualTo("DAY");
      assertThat(saved.getString("sex")).isEqualTo(person.sex());
      assertThat(saved.getJsonArray("phones").toString()).contains(person.phones().get(0));
      assertThat(saved.getString("mrn")).matches("PAT\\d{6,}");
    }
  }

  @Test
  void takesABirthYearAloneAndAPhoneAsPeopleSayIt() {
    var person = clinic.people().next();
    try (var visitor = atTheForm("receptionist")) {
      visitor.hammer("lastName", person.lastName()).hammer("firstName", person.firstName());
      sex(visitor, "FEMALE");
      visitor.hammer("birthDate", "1982").hammer("phones", "081 552 04 17");
      visitor.press("Control+Enter");
      var saved = clinic.as("receptionist").get("/patients/" + opened(visitor)).json();
      assertThat(saved.getString("birthPrecision")).isEqualTo("YEAR");
      assertThat(saved.getJsonArray("phones").toString()).contains("+243815520417");
    }
  }

  @Test
  void saysWhatIsMissingAndKeepsWhatWasTyped() {
    try (var visitor = atTheForm("receptionist")) {
      visitor.hammer("firstName", "Espérance").hammer("birthDate", "01/01/2999");
      visitor.press("Control+Enter");
      assertThat(visitor.page().locator(".ui-message-error").first()).isVisible();
      assertThat(visitor.id("firstName")).hasValue("Espérance");
      Look.at(visitor, "inscription-refusee");
      visitor.sees("/patients/nouveau");
    }
  }

  @Test
  void showsWhoLooksAlikeWhileSomebodyTypes() {
    var known = clinic.people().next();
    clinic.registered(known);
    try (var visitor = atTheForm("receptionist")) {
      visitor.hammer("lastName", known.lastName()).hammer("postName", known.postName());
      visitor.hammer("firstName", known.firstName());
      assertThat(visitor.at("candidate").first()).containsText(known.firstName());
      visitor.hammer("birthDate", DAY.format(known.birthDate()));
      assertThat(visitor.at("candidate").first()).isVisible();
      Look.at(visitor, "inscription-doublons");
    }
  }

  @Test
  void opensTheRecordOfTheSamePersonAndCreatesNothing() {
    var known = clinic.people().next();
    var id = clinic.registered(known).id();
    long before = registered();
    try (var visitor = atTheForm("receptionist")) {
      fill(visitor, known);
      visitor.quiet().at("same").first().click();
      assertThat(opened(visitor)).isEqualTo(id);
    }
    assertThat(registered()).isEqualTo(before);
    assertThat(decided(id)).containsExactly("SAME");
  }

  private static List<String> decided(UUID candidate) {
    return Shared.server()
        .owner()
        .strings("select verdict from medflow.patient_decision where candidate = ?", candidate);
  }

  @Test
  void refusesToSaveBeforeSomebodyHasDecided() {
    var known = clinic.people().next();
    clinic.registered(known);
    long before = registered();
    try (var visitor = atTheForm("receptionist")) {
      fill(visitor, known.phoned(clinic.people().phone()));
      visitor.press("Control+Enter");
      assertThat(visitor.page().locator("#messages .ui-messages-error")).isVisible();
      Look.readable(visitor, "inscription-a-decider");
    }
    assertThat(registered()).isEqualTo(before);
  }

  @Test
  void leavesTheSurestLikenessToSomebodyWithTheRight() {
    var known = clinic.people().next();
    clinic.registered(known);
    try (var visitor = atTheForm("receptionist")) {
      fill(visitor, known);
      assertThat(visitor.at("override-needed").first()).isVisible();
    }
  }

  @Test
  void createsAnotherPersonWithAReasonThatIsKept() {
    var known = clinic.people().next();
    var id = clinic.registered(known).id();
    var reason = "jumeaux, cartes vues";
    var override = clinic.hire("admin-desk", "admin", clinic.code());
    try (var visitor =
        ready(Desk.visitor(Shared.server()).signIn(override).go("/patients/nouveau"))) {
      fill(visitor, known.phoned(clinic.people().phone()));
      visitor.quiet().at("another").first().click();
      visitor.at("reason").fill(reason);
      visitor.hammer("phones2", clinic.people().phone()).quiet();
      visitor.at("settle").click();
      assertThat(visitor.at("candidate").first()).containsText(reason);
      Look.at(visitor, "inscription-autre-personne");
      visitor.press("Control+Enter");
      var created = opened(visitor);
      assertThat(created).isNotEqualTo(id);
      assertThat(
              Shared.server()
                  .owner()
                  .strings(
                      """
                      select verdict || ' ' || reason from medflow.patient_decision
                       where patient_id = ? and candidate = ?
                      """,
                      created,
                      id))
          .containsExactly("ANOTHER_PERSON " + reason);
    }
  }

  @Test
  void registersByKeyboardAlone() {
    var person = clinic.people().next();
    try (var visitor = atTheForm("receptionist")) {
      assertThat(visitor.id("lastName")).isFocused();
      visitor.write(person.lastName()).tab().write(person.postName()).tab();
      visitor.write(person.firstName()).tab().press("Space");
      for (int i = 0; i < 8 && !focused(visitor, "birthDate"); i++) {
        visitor.tab();
      }
      visitor.write("1990");
      visitor.press("Control+Enter");
      var saved = clinic.as("receptionist").get("/patients/" + opened(visitor)).json();
      assertThat(saved.getString("lastName")).isEqualToIgnoringCase(person.lastName());
    }
  }

  private static boolean focused(Visitor visitor, String id) {
    return (Boolean) visitor.page().evaluate("id => document.activeElement.id === id", id);
  }
}
