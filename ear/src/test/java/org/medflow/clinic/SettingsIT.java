package org.medflow.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

/** Settings over the wire: inherited, changed, given back, remembered, and kept apart. */
class SettingsIT {

  private static ClinicFixture here;
  private static ClinicFixture there;

  @BeforeAll
  static void open() {
    here = ClinicFixture.open("admin", "receptionist", "auditor");
    there = ClinicFixture.open("admin", "receptionist");
  }

  private static Reply put(ApiClient caller, String path, String value, long version) {
    var body = Json.createObjectBuilder().add("value", value).build();
    return caller.with("If-Match", "\"" + version + "\"").json("PUT", "/settings/" + path, body);
  }

  private static JsonObject setting(ClinicFixture clinic, String key) {
    return clinic.as("admin").get("/settings").data().getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("key").equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static long groupVersion(String key) {
    return setting(here, key).getJsonObject("levels").getInt("groupVersion");
  }

  private static String held(ClinicFixture clinic, String key) {
    var reply = clinic.as("receptionist").get("/settings/" + key);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply.json().getString("value");
  }

  @Test
  void aClinicsOwnWordHoldsThereAndNowhereElse() {
    var key = "queue.minutes-per-patient";
    assertThat(held(here, key)).isEqualTo("15");
    var changed = put(here.as("admin"), key, "20", 0);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.etag()).isEqualTo("\"1\"");
    assertThat(changed.json().getString("origin")).isEqualTo("clinic");
    assertThat(held(here, key)).isEqualTo("20");
    assertThat(held(there, key)).isEqualTo("15");
    assertThat(setting(there, key).getString("origin")).isEqualTo("default");

    var back = here.as("admin").with("If-Match", "\"1\"").delete("/settings/" + key);
    assertThat(back.status()).as(back.toString()).isEqualTo(200);
    assertThat(held(here, key)).isEqualTo("15");
    assertThat(setting(here, key).getJsonObject("levels").getInt("clinicVersion")).isEqualTo(2);
  }

  @Test
  void theGroupsWordReachesEveryClinicAtOnceAndIsTakenBack() {
    var key = "stock.low-level";
    assertThat(held(there, key)).isEqualTo("10");
    long version = groupVersion(key);
    var changed = put(here.as("admin"), key + "?level=group", "12", version);
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    try {
      assertThat(held(there, key)).isEqualTo("12");
      assertThat(setting(there, key).getString("origin")).isEqualTo("group");
    } finally {
      var tag = "\"" + (version + 1) + "\"";
      here.as("admin").with("If-Match", tag).delete("/settings/" + key + "?level=group");
    }
    assertThat(held(there, key)).isEqualTo("10");
  }

  @Test
  void tellsWhoChangedWhatAndWritesBothValuesIntoTheAudit() {
    var key = "appointments.slot-minutes";
    put(here.as("admin"), key, "40", 0);
    put(here.as("admin"), key, "45", 1);
    var history = here.as("admin").get("/settings/" + key + "/history").data();
    var newest = history.getJsonObject(0);
    assertThat(newest.getString("before")).isEqualTo("40");
    assertThat(newest.getString("value")).isEqualTo("45");
    assertThat(newest.getString("level")).isEqualTo("clinic");
    assertThat(newest.getInt("version")).isEqualTo(2);
    var audit = here.as("auditor").get("/audit?action=setting.").data();
    assertThat(audit.getValuesAs(JsonObject.class))
        .extracting(row -> row.getString("reason"))
        .contains("appointments.slot-minutes (clinic): 40 → 45");
    assertThat(there.as("admin").get("/settings/" + key + "/history").body())
        .doesNotContain("\"45\"");
  }

  @Test
  void refusesUnknownNamesBadValuesAndMissingVersions() {
    var admin = here.as("admin");
    assertThat(put(admin, "appointments.colour", "red", 0).field("key"))
        .isEqualTo("unknown-setting");
    assertThat(put(admin, "invoices.due-days", "soon", 0).field("value")).isEqualTo("bad-format");
    assertThat(put(admin, "invoices.due-days", "999", 0).field("value")).isEqualTo("out-of-range");
    assertThat(put(admin, "prescriptions.refills", "3", 0).field("level"))
        .isEqualTo("setting-of-the-group");
    assertThat(put(admin, "invoices.due-days?level=planet", "30", 0).status()).isEqualTo(400);
    assertThat(put(admin, "appointments.opens", "19:00", 0).field("value"))
        .isEqualTo("opens-after-closing");
    assertThat(held(here, "appointments.opens")).isEqualTo("08:00");
    var body = BodyPublishers.ofString("{\"value\":\"31\"}");
    assertThat(admin.send("PUT", "/settings/invoices.due-days", body, "application/json").status())
        .isEqualTo(428);
    assertThat(admin.get("/settings/appointments.colour").status()).isEqualTo(404);
  }

  @Test
  void refusesAReceptionistAndKeepsTheRefusal() {
    var reply = put(here.as("receptionist"), "regional.language", "en", 0);
    assertThat(reply.status()).isEqualTo(403);
    assertThat(held(here, "regional.language")).isEqualTo("fr");
  }

  @Test
  void ofManyWhoSawTheSameVersionOneChangesIt() throws Exception {
    var admin = here.as("admin");
    var pool = Executors.newFixedThreadPool(8);
    try {
      var tries =
          java.util.stream.IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          put(admin, "prescriptions.drug-days", String.valueOf(100 + i), 0)
                              .status())
              .toList();
      var answers = new java.util.ArrayList<Integer>();
      for (var one : pool.invokeAll(tries)) {
        answers.add(one.get());
      }
      assertThat(answers).containsOnlyOnce(200);
      assertThat(answers.stream().filter(status -> status == 409)).hasSize(7);
    } finally {
      pool.shutdownNow();
    }
    assertThat(
            Shared.server()
                .owner()
                .number(
                    """
                    select count(*) from medflow.setting_value
                     where clinic_id = ? and key = 'prescriptions.drug-days'
                    """,
                    here.id()))
        .isOne();
  }

  @Test
  void theServersRoleAddsRowsAndNeverAltersOne() {
    put(here.as("admin"), "reminders.send", "false", 0);
    var app = Shared.server().app().seeing(here.id());
    for (var sql :
        List.of(
            "update medflow.setting_value set value = 'x'", "delete from medflow.setting_value")) {
      assertThat(thrown(() -> app.update(sql))).contains("permission denied");
    }
    var mine = "select count(*) from medflow.setting_value where clinic_id = ?";
    assertThat(app.number(mine, here.id())).isPositive();
    assertThat(Shared.server().app().seeing(there.id()).number(mine, here.id())).isZero();
  }

  private static String thrown(Runnable deed) {
    try {
      deed.run();
      return "done";
    } catch (IllegalStateException refused) {
      return refused.getMessage();
    }
  }
}
