package org.medflow.legacy.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medflow.legacy.boundary.CodeTables;
import org.medflow.legacy.boundary.LegacyCode;
import org.medflow.legacy.boundary.RejectDesk;
import org.medflow.legacy.boundary.RejectFilter;
import org.medflow.legacy.boundary.RejectView;
import org.medflow.platform.Page;
import org.medflow.platform.error.Invalid;

/** What the routes ask of their callers before they call a facade. */
class MigrationsResourceTest {

  private static final UUID ID = new UUID(1, 1);

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " "})
  void asksForASourceAReasonAndAPatient(String nothing) {
    var check = new MigrationsResource.Source(nothing);
    assertThatThrownBy(() -> new MigrationsResource().check(check)).isInstanceOf(Invalid.class);
    var why = new MigrationRejectsResource.Why(nothing);
    assertThatThrownBy(() -> new MigrationRejectsResource().ignore(ID, why))
        .isInstanceOf(Invalid.class);
    var whose = new MigrationRejectsResource.Whose(null);
    assertThatThrownBy(() -> new MigrationRejectsResource().link(ID, whose))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void narrowsTheListOnlyByWhatWasSaid() {
    var desk = new Desk();
    var resource = new MigrationRejectsResource();
    resource.rejects = desk;
    var query = new RejectQuery();
    resource.list(ID, query, null, null);
    query.table = "LV_Patients";
    query.outcome = "";
    query.reason = "no-key";
    query.open = "true";
    resource.list(ID, query, "100", "abc");
    assertThat(desk.asked)
        .containsExactly(
            new RejectFilter(null, null, null, false),
            new RejectFilter("LV_Patients", null, "no-key", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE", ""})
  void refusesAYesThatIsNone(String text) {
    assertThatThrownBy(() -> RejectQuery.onlyOpen(text)).isInstanceOf(Invalid.class);
  }

  @Test
  void keepsAMeaningWithoutItsCount() {
    var kept = new ArrayList<LegacyCode>();
    var resource = new LegacyCodesResource();
    resource.codes =
        new CodeTables() {
          @Override
          public void put(LegacyCode code) {
            kept.add(code);
          }
        };
    resource.put(new LegacyCodesResource.Meaning("carevision", "Ag_Rdv", "status", "X", null));
    assertThat(kept)
        .containsExactly(new LegacyCode("carevision", "Ag_Rdv", "status", "X", null, 0));
  }

  private static class Desk extends RejectDesk {

    private final List<RejectFilter> asked = new ArrayList<>();

    @Override
    public Page<RejectView> list(UUID run, RejectFilter filter, String cursor, int size) {
      asked.add(filter);
      return new Page<>(List.of(), null, size);
    }
  }
}
