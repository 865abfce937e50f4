package org.medflow.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.medflow.harness.ApiClient;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Report;
import org.medflow.patient.InventedNames.Full;
import org.medflow.patient.control.NameKey;

/** Recall and plans of the name search over a loaded population. */
final class SearchRound {

  private static final int TYPOS = 1_000;
  private static final int SHOWN = 10;

  private final ClinicFixture clinic;
  private final List<Full> sample;

  SearchRound(ClinicFixture clinic, List<Full> sample) {
    this.clinic = clinic;
    this.sample = sample;
  }

  /** Share of a thousand misspelt full names that are among the first ten rows. */
  double recall(long seed) {
    var typos = new Typos(seed);
    var caller = clinic.as("receptionist").apart();
    int hits = 0;
    for (int i = 0; i < TYPOS; i++) {
      var name = sample.get(i % sample.size());
      hits += found(caller, typos.in(name), name) ? 1 : 0;
    }
    return hits / (double) TYPOS;
  }

  private static boolean found(ApiClient caller, String typed, Full wanted) {
    var reply = caller.post("/patients/search", query(typed));
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    var key = NameKey.of(wanted.last(), wanted.post(), wanted.first());
    return reply.data().getValuesAs(JsonObject.class).stream()
        .anyMatch(
            row ->
                key.equals(
                    NameKey.of(
                        row.getString("lastName"),
                        row.getString("postName", null),
                        row.getString("firstName", null))));
  }

  static JsonObject query(String typed) {
    return Json.createObjectBuilder().add("q", typed).add("size", SHOWN).build();
  }

  /** Prints the plans of some searches; fails when one reads a whole table of patients. */
  void assertIndexed(long seed) {
    var typos = new Typos(seed);
    var large = SearchPlans.large(clinic.server().owner());
    for (var name : sample.subList(0, 5)) {
      var plans = SearchPlans.explain(clinic.server(), clinic.id(), typos.in(name));
      assertThat(plans).as("auto_explain says nothing").contains("Scan");
      Report.line("search: EXPLAIN uses %s", SearchPlans.indexes(plans));
      assertThat(SearchPlans.sequentialScans(plans, large)).as(plans).isEmpty();
    }
  }

  /** Whole-table reads that the statistics counted since then. */
  static void assertNoScans(Map<String, Long> before, Map<String, Long> after) {
    assertThat(after).as("sequential scans").isEqualTo(before);
  }
}
