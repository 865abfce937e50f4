package org.medflow.legacy.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.identity.boundary.MeView;
import org.medflow.identity.boundary.Profile;
import org.medflow.legacy.boundary.CodeTables;
import org.medflow.legacy.boundary.ImportRunView;
import org.medflow.legacy.boundary.LegacyCode;
import org.medflow.legacy.boundary.MigrationDesk;
import org.medflow.legacy.boundary.SourceView;
import org.medflow.legacy.boundary.StartImport;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.page.Notes;
import org.medflow.platform.web.Words;
import org.medflow.scheduling.boundary.PlaceholderView;
import org.medflow.scheduling.boundary.PractitionerNames;
import org.medflow.scheduling.boundary.StaffOption;

/** What the page classes of the console do with the answers of the facades. */
class MigrationPagesTest {

  private final List<String> said = new ArrayList<>();
  private final Notes notes =
      new Notes() {
        @Override
        public void refused(ClinicException refusal) {
          said.add(refusal.code());
        }

        @Override
        public void here(String sentence) {
          said.add(sentence);
        }
      };
  private final Words words =
      new Words() {
        @Override
        public Locale locale() {
          return Locale.FRENCH;
        }
      };

  @Test
  void readsAFolderOrTheDatabaseOfCareVision() {
    var page = console(new Source(true));
    page.setFolder("  /srv/lv ");
    assertThat(page.source()).isEqualTo("csv:/srv/lv");
    page.setKind("carevision");
    assertThat(page.source()).isEqualTo("carevision");
    assertThat(page.isCsv()).isFalse();
  }

  @Test
  void startsOnlyWhatWasSeenToBeUsable() {
    var page = console(new Source(false));
    page.check();
    assertThat(page.getChecked()).isNotNull();
    assertThat(page.isReady()).isFalse();
    var usable = console(new Source(true));
    assertThat(usable.isReady()).isFalse();
    usable.check();
    assertThat(usable.isReady()).isTrue();
    usable.forget();
    assertThat(usable.isReady()).isFalse();
  }

  @Test
  void triesBeforeItTakesOver() {
    var desk = new Source(true);
    var page = console(desk);
    page.setFolder("/srv/lv");
    page.open();
    assertThat(page.isDryRun()).isTrue();
    page.start();
    page.setMode("real");
    page.start();
    assertThat(desk.started)
        .containsExactly(
            new StartImport("csv:/srv/lv", "KIN", true),
            new StartImport("csv:/srv/lv", "KIN", false));
    assertThat(said).containsExactly("import-running", "import-running");
  }

  private MigrationConsolePage console(MigrationDesk desk) {
    var page = new MigrationConsolePage();
    page.desk = desk;
    page.notes = notes;
    page.profile =
        new Profile() {
          @Override
          public MeView me() {
            var here = new ClinicView(new UUID(1, 1), "KIN", "Kinshasa", "Kinshasa", "UTC");
            return new MeView(
                null,
                null,
                null,
                null,
                List.of(),
                List.of(here),
                here,
                List.of(),
                "fr",
                null,
                null);
          }
        };
    return page;
  }

  @Test
  void putsCodesThatNobodyExplainedFirst() {
    var page = codes(new Codes());
    assertThat(page.getGroups()).hasSize(2);
    var statuses = page.getGroups().get(0);
    assertThat(statuses.lines())
        .extracting(line -> line.getCode().code())
        .containsExactly("REPORTE", "TERMINE", "*");
    assertThat(statuses.meanings()).containsExactly("COMPLETED", "CANCELLED");
    assertThat(statuses.unknown()).isEqualTo(1);
    assertThat(page.getUnknown()).isEqualTo(1);
    assertThat(statuses.lines().get(2).isOtherwise()).isTrue();
  }

  @Test
  void keepsAMeaningAndNeverTakesOneAway() {
    var tables = new Codes();
    var page = codes(tables);
    var line = page.getGroups().get(0).lines().get(0);
    line.setMeaning("CANCELLED");
    page.keep(line);
    line.setMeaning("  ");
    page.keep(line);
    assertThat(tables.put).extracting(LegacyCode::meaning).containsExactly("CANCELLED");
    assertThat(tables.put.get(0).code()).isEqualTo("REPORTE");
    assertThat(said).singleElement().asString().contains("REPORTE");
  }

  private LegacyCodesPage codes(CodeTables tables) {
    var page = new LegacyCodesPage();
    page.codes = tables;
    page.notes = notes;
    page.words = words;
    page.open();
    return page;
  }

  @Test
  void tiesANameToAPersonAndLoosensItAgain() {
    var names = new Names();
    var page = new PractitionerMappingPage();
    page.names = names;
    page.notes = notes;
    page.words = words;
    page.open();
    assertThat(page.getOpen()).isEqualTo(1);
    var line = page.getLines().get(0);
    line.setChosen(Names.STAFF.toString());
    page.assign(line);
    line.setChosen("");
    page.assign(line);
    assertThat(names.assigned).containsExactly(Names.STAFF, null);
    assertThat(said).allSatisfy(sentence -> assertThat(sentence).contains("Dr Exemple"));
  }

  private static final class Source extends MigrationDesk {

    private final boolean usable;
    private final List<StartImport> started = new ArrayList<>();

    private Source(boolean usable) {
      this.usable = usable;
    }

    @Override
    public List<ImportRunView> recent(int most) {
      return List.of();
    }

    @Override
    public SourceView check(String source) {
      return new SourceView(source, "lv", usable, List.of());
    }

    @Override
    public ImportRunView start(StartImport command) {
      started.add(command);
      throw new Conflict("import-running");
    }
  }

  private static final class Codes extends CodeTables {

    private final List<LegacyCode> put = new ArrayList<>();

    @Override
    public List<LegacyCode> all() {
      return List.of(
          new LegacyCode("carevision", "Ag_Rdv", "status", "TERMINE", "COMPLETED", 40),
          new LegacyCode("carevision", "Ag_Rdv", "status", "*", "COMPLETED", 0),
          new LegacyCode("carevision", "Ag_Rdv", "status", "REPORTE", null, 3),
          new LegacyCode("lv", "LV_Patients", "Sexe", "F", "FEMALE", 9));
    }

    @Override
    public void put(LegacyCode code) {
      put.add(code);
    }

    @Override
    public List<String> meanings(String table, String column) {
      return table.equals("Ag_Rdv") ? List.of("COMPLETED", "CANCELLED") : List.of();
    }
  }

  private static final class Names extends PractitionerNames {

    private static final UUID STAFF = new UUID(5, 5);

    private final List<UUID> assigned = new ArrayList<>();

    @Override
    public List<PlaceholderView> all() {
      return List.of(new PlaceholderView(new UUID(4, 4), "Dr Exemple", null, null, 12));
    }

    @Override
    public List<StaffOption> staff() {
      return List.of(new StaffOption(STAFF, "Alain Tshibangu"));
    }

    @Override
    public void assign(UUID placeholder, UUID user) {
      assigned.add(user);
    }
  }

  @Test
  void followsARunAndItsOrders() {
    var desk = new Orders();
    var page = new MigrationRunPage();
    page.desk = desk;
    page.rejects =
        new org.medflow.legacy.boundary.RejectDesk() {
          @Override
          public List<org.medflow.legacy.boundary.ReasonCount> reasons(UUID run) {
            return List.of();
          }
        };
    page.notes = notes;
    page.words = words;
    page.show(desk.view("RUNNING"));
    page.pause();
    assertThat(page.getRun().status()).isEqualTo("PAUSED");
    page.stop();
    assertThat(said).containsExactly("stale");
    assertThat(page.getRun().status()).isEqualTo("RUNNING");
  }

  private static final class Orders extends MigrationDesk {

    ImportRunView view(String status) {
      return new ImportRunView(
          new UUID(7, 7),
          "csv:/lv",
          "lv",
          "KIN",
          false,
          status,
          Instant.EPOCH,
          null,
          null,
          0,
          0,
          0,
          List.of());
    }

    @Override
    public ImportRunView run(UUID run) {
      return view("RUNNING");
    }

    @Override
    public ImportRunView pause(UUID run) {
      return view("PAUSED");
    }

    @Override
    public ImportRunView stop(UUID run) {
      throw new Conflict("stale");
    }
  }
}
