package org.medflow.legacy.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.legacy.control.ImportRowQuery;
import org.medflow.legacy.control.ImportRunQuery;
import org.medflow.legacy.control.RowRetry;
import org.medflow.legacy.entity.LegacyTable;
import org.medflow.legacy.entity.Resolution;
import org.medflow.legacy.entity.RunStatus;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;

class RejectDecisionTest {

  private static final UUID ROW = UUID.randomUUID();
  private static final UUID RUN = UUID.randomUUID();

  private final RejectDecision decision = new RejectDecision();
  private boolean dry;
  private String outcome = "REVIEW";
  private Resolution resolution;

  @BeforeEach
  void open() {
    decision.rows = new Kept();
    decision.runs = new Runs();
    decision.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, UUID id) {
            assertThat(id).isEqualTo(ROW);
          }
        };
    decision.retry =
        new RowRetry() {
          @Override
          public Map<String, String> cells(ImportRowQuery.Kept kept) {
            return Map.of("NumFiche", "90001A01");
          }
        };
  }

  @Test
  void offersWhatCanBeDoneWithALikeness() {
    assertThat(decision.open(ROW).actions()).containsExactly("link", "create", "replay", "ignore");
    outcome = "INVALID";
    assertThat(decision.open(ROW).actions()).containsExactly("replay", "ignore");
  }

  @Test
  void doesNothingWithTheRowsOfADryRun() {
    dry = true;
    assertThat(decision.open(ROW).actions()).isEmpty();
    for (Runnable deed :
        List.<Runnable>of(
            () -> decision.again(ROW, false),
            () -> decision.again(ROW, true),
            () -> decision.link(ROW, UUID.randomUUID()),
            () -> decision.ignore(ROW, "why"))) {
      assertThatThrownBy(deed::run).isInstanceOf(Conflict.class);
    }
    assertThat(resolution).isNull();
  }

  @Test
  void ignoresARowOnlyForAReason() {
    assertThatThrownBy(() -> decision.ignore(ROW, " ")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> decision.ignore(ROW, "x".repeat(301))).isInstanceOf(Invalid.class);
    decision.ignore(ROW, "sans objet");
    assertThat(resolution).isEqualTo(Resolution.IGNORED);
    assertThatThrownBy(() -> decision.ignore(ROW, "again")).isInstanceOf(Conflict.class);
  }

  @Test
  void knowsNoOtherRow() {
    assertThatThrownBy(() -> decision.open(UUID.randomUUID())).isInstanceOf(NotFound.class);
  }

  private final class Kept extends ImportRowQuery {
    @Override
    public Optional<ImportRowQuery.Kept> find(UUID id) {
      var how = resolution == null ? null : resolution.name();
      var view = new RejectView(ROW, "LV_Patients", "90001A01", 2, outcome, "no-name", how, null);
      return Optional.of(
              new ImportRowQuery.Kept(
                  view, RUN, LegacyTable.LV_PATIENTS, new byte[0], null, List.of(), new byte[0]))
          .filter(any -> id.equals(ROW));
    }

    @Override
    public Optional<ImportRowQuery.Kept> hold(UUID id) {
      return find(id);
    }

    @Override
    public void resolve(UUID id, Resolution how, UUID by, String why) {
      resolution = how;
    }
  }

  private final class Runs extends ImportRunQuery {
    @Override
    public Optional<Run> find(UUID run) {
      return Optional.of(
          new Run(
              run,
              UUID.randomUUID(),
              "lv",
              "csv:/x",
              null,
              dry,
              RunStatus.COMPLETED,
              null,
              null,
              null,
              0,
              0,
              null));
    }
  }
}
