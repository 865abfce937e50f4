package org.medflow.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A demonstration group: two clinics, staff of every kind, and patients through the import job. */
record Demo(Installation installation) {

  private static final int PASSWORD_LENGTH = 22;
  private static final String SAMPLE = "batch-jobs/samples/lv";

  private record Clinic(String code, String name, String city, String timeZone) {}

  private record Person(
      String username,
      String firstName,
      String lastName,
      List<String> roles,
      List<String> clinics) {}

  private static final List<Clinic> CLINICS =
      List.of(
          new Clinic("KIN", "Clinique des Yeux de Kinshasa", "Kinshasa", "Africa/Kinshasa"),
          new Clinic("LUB", "Clinique des Yeux de Lubumbashi", "Lubumbashi", "Africa/Lubumbashi"));

  private static final List<Person> STAFF =
      List.of(
          new Person("admin", "Béatrice", "Ilunga", List.of("admin"), List.of("KIN", "LUB")),
          new Person("manager", "Joseph", "Kalonji", List.of("manager"), List.of("KIN", "LUB")),
          new Person("accueil.kin", "Espérance", "Mbuyi", List.of("receptionist"), List.of("KIN")),
          new Person("accueil.lub", "Chantal", "Mwamba", List.of("receptionist"), List.of("LUB")),
          new Person(
              "docteur.kin", "Alain", "Tshibangu", List.of("ophthalmologist"), List.of("KIN")),
          new Person(
              "docteur.lub", "Sylvie", "Kasongo", List.of("ophthalmologist"), List.of("LUB")),
          new Person("infirmier.kin", "Dieudonné", "Nsimba", List.of("nurse"), List.of("KIN")),
          new Person(
              "optometriste.kin", "Mireille", "Lukusa", List.of("optometrist"), List.of("KIN")),
          new Person("caisse.kin", "Patience", "Matondo", List.of("cashier"), List.of("KIN")),
          new Person("auditeur", "Marc", "Vandenberg", List.of("auditor"), List.of("KIN", "LUB")));

  /** Fills an empty installation; what an earlier call has filled is left as it is. */
  void fill() {
    var api = new OperatorApi(installation);
    if (!has("select 1 from medflow.app_user")) {
      open(api);
    } else if (!Files.exists(installation.home().demoUsers())) {
      throw new LauncherProblem(
          "--demo fills an empty installation; this one has its own accounts.");
    }
    if (!has("select 1 from medflow.patient")) {
      admit(api);
    }
  }

  /** The cards are written first: accounts whose passwords nobody knows would be of no use. */
  private void open(OperatorApi api) {
    var accounts = STAFF.stream().map(Demo::account).toList();
    Home.writePrivately(
        installation.home().demoUsers(), json(accounts.stream().map(Demo::card).toList()));
    api.post(
        "/operator/set-up",
        Map.of("clinics", CLINICS, "users", accounts, "secondFactor", "optional"));
  }

  private void admit(OperatorApi api) {
    var source = ImportVerb.source("csv:" + installation.build().root().resolve(SAMPLE));
    var run = ImportVerb.start(api, source, CLINICS.get(0).code(), false);
    if (!new ImportWatch(api).end(run).equals(ImportWatch.COMPLETED)) {
      throw new LauncherProblem("The import of the demonstration patients failed.");
    }
  }

  private boolean has(String query) {
    try (var connection = installation.database().connect();
        var sql = connection.createStatement();
        var rows = sql.executeQuery("select exists (" + query + ")")) {
      return rows.next() && rows.getBoolean(1);
    } catch (SQLException refused) {
      throw new LauncherProblem("The database cannot be read.", refused);
    }
  }

  private static Map<String, Object> account(Person person) {
    var account = new LinkedHashMap<String, Object>();
    account.put("username", person.username());
    account.put("password", RandomText.password(PASSWORD_LENGTH));
    account.put("firstName", person.firstName());
    account.put("lastName", person.lastName());
    account.put("roles", person.roles());
    account.put("clinics", person.clinics());
    return account;
  }

  private static Map<String, Object> card(Map<String, Object> account) {
    var card = new LinkedHashMap<String, Object>();
    for (var part : List.of("username", "password", "roles", "clinics")) {
      card.put(part, account.get(part));
    }
    card.put("totpSecret", null);
    return card;
  }

  private static String json(Object value) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Demonstration accounts are not JSON", impossible);
    }
  }
}
