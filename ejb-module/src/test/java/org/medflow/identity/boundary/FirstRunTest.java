package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.clinic.boundary.OpenClinic;
import org.medflow.identity.control.FakeStaff;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;

class FirstRunTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
  private static final String GOOD = "rivière calme au 7";

  /** One link that works once. */
  private static final class Links extends OneTimeLinkQuery {

    private boolean used;
    private boolean staffed;

    @Override
    public boolean usable(String purpose, String token, Instant now) {
      return purpose.equals("first-admin") && token.equals("good") && !used;
    }

    @Override
    public boolean use(String purpose, String token, Instant now) {
      var usable = usable(purpose, token, now);
      used = used || usable;
      return usable;
    }

    @Override
    public boolean anyUser() {
      return staffed;
    }
  }

  /** The clinics of a group. */
  private static final class Clinics extends ClinicDirectory {

    private final List<ClinicView> opened = new ArrayList<>();

    @Override
    public ClinicView open(OpenClinic c) {
      var view = new ClinicView(Ids.next(), c.code(), c.name(), c.city(), c.timeZone());
      opened.add(view);
      return view;
    }

    @Override
    public ClinicView openFirst(OpenClinic command) {
      return open(command);
    }

    @Override
    public Optional<ClinicView> byCode(String code) {
      return opened.stream().filter(clinic -> clinic.code().equals(code)).findFirst();
    }
  }

  private final Links links = new Links();
  private final Clinics clinics = new Clinics();
  private final FakeStaff staff = new FakeStaff();
  private final FirstRun firstRun = new FirstRun();

  @BeforeEach
  void wire() {
    firstRun.links = links;
    firstRun.clinics = clinics;
    firstRun.staffing = staff.staffing(CLOCK);
    firstRun.clock = CLOCK;
  }

  private static OpenClinic clinic(String code) {
    return new OpenClinic(code, "Clinique " + code, "Kinshasa", "Africa/Kinshasa");
  }

  private static NewUser user(List<String> roles, List<String> clinics) {
    return new NewUser("nadine", GOOD, "Nadine", "Ilunga", roles, clinics);
  }

  private static FirstAdministrator first(String token) {
    return new FirstAdministrator(token, clinic("KIN"), user(List.of("doctor"), List.of("LUB")));
  }

  @Test
  void opensTheFirstClinicAndMakesItsAdministrator() {
    firstRun.create(first("good"));
    assertThat(clinics.opened).extracting(ClinicView::code).containsExactly("KIN");
    UUID id = clinics.opened.get(0).id();
    assertThat(staff.given).containsExactly(id + " admin");
  }

  @Test
  void worksOnce() {
    firstRun.create(first("good"));
    assertThatThrownBy(() -> firstRun.create(first("good")))
        .isInstanceOf(Forbidden.class)
        .hasMessage("link-expired");
  }

  @Test
  void refusesAWrongOrMissingToken() {
    assertThatThrownBy(() -> firstRun.create(first("bad"))).isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> firstRun.create(first(null))).isInstanceOf(Forbidden.class);
    assertThat(staff.accounts).isEmpty();
  }

  @Test
  void neverWorksWhereSomebodyHasAnAccount() {
    links.staffed = true;
    assertThat(firstRun.awaits("good")).isFalse();
    assertThatThrownBy(() -> firstRun.create(first("good")))
        .isInstanceOf(Conflict.class)
        .hasMessage("first-run-done");
  }

  @Test
  void awaitsOnlyTheHolderOfTheLink() {
    assertThat(firstRun.awaits("good")).isTrue();
    assertThat(firstRun.awaits("bad")).isFalse();
    assertThat(firstRun.awaits(null)).isFalse();
  }

  @Test
  void asksForTheAdministrator() {
    assertThatThrownBy(() -> firstRun.create(new FirstAdministrator("good", clinic("KIN"), null)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void setsUpAGroupInOneGo() {
    firstRun.setUp(
        new SetUpGroup(
            List.of(clinic("KIN"), clinic("LUB")),
            List.of(user(List.of("receptionist"), List.of("KIN", "LUB", "KIN"))),
            null));
    assertThat(staff.given).hasSize(2).allSatisfy(line -> assertThat(line).contains("reception"));
  }

  @Test
  void addsStaffToClinicsThatAreThere() {
    clinics.open(clinic("KIN"));
    firstRun.setUp(new SetUpGroup(null, List.of(user(List.of("doctor"), List.of("KIN"))), null));
    assertThat(staff.accounts).hasSize(1);
  }

  @Test
  void refusesStaffForAClinicThatIsNotThere() {
    var group = new SetUpGroup(null, List.of(user(List.of("doctor"), List.of("NOWHERE"))), null);
    assertThatThrownBy(() -> firstRun.setUp(group)).isInstanceOf(Invalid.class);
    var nowhere = new SetUpGroup(null, List.of(user(List.of("doctor"), List.of())), null);
    assertThatThrownBy(() -> firstRun.setUp(nowhere)).isInstanceOf(Invalid.class);
    assertThat(staff.accounts).isEmpty();
  }

  @Test
  void neverShowsAPasswordInItsText() {
    assertThat(first("good").toString()).doesNotContain(GOOD);
    assertThat(new Credentials("nadine", GOOD, "10.0.0.1", "B").toString()).doesNotContain(GOOD);
  }
}
