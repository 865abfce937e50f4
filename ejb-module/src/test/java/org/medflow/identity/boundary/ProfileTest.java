package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.clinic.boundary.ClinicView;
import org.medflow.identity.control.FakeStaff;
import org.medflow.identity.control.Staffing;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

class ProfileTest {

  private static final UUID KIN = Ids.next();
  private static final UUID LUB = Ids.next();

  private final FakeStaff staff = new FakeStaff();
  private final Profile profile = new Profile();
  private UUID nadine;

  @BeforeEach
  void wire() {
    profile.users = staff.users;
    profile.roles = staff.roles;
    profile.clinics =
        new ClinicDirectory() {
          @Override
          public ClinicView get(UUID id) {
            return view(id);
          }

          @Override
          public List<ClinicView> named(Collection<UUID> ids) {
            return ids.stream().map(ProfileTest::view).toList();
          }
        };
    var account =
        new Staffing.Account(
            "nadine", "rivière calme au 7", "Nadine", "Ilunga", List.of("receptionist"));
    nadine = staff.staffing(Clock.systemUTC()).hire(account, List.of(KIN, LUB));
    enter(Actor.Kind.USER, nadine);
  }

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private static ClinicView view(UUID id) {
    return new ClinicView(id, id.equals(KIN) ? "KIN" : "LUB", "Clinique", "Ville", "UTC");
  }

  private static void enter(Actor.Kind kind, UUID id) {
    var rights = Set.of(Permission.VIEW_PATIENTS, Permission.REGISTER_PATIENTS);
    Actors.enter(new Actor(kind, id, Set.of(KIN), rights, Ids.next()));
  }

  @Test
  void saysWhoIAmAndWhatIMayHere() {
    var me = profile.me();
    assertThat(me.username()).isEqualTo("nadine");
    assertThat(me.roles()).containsExactly("receptionist");
    assertThat(me.clinic().code()).isEqualTo("KIN");
    assertThat(me.clinics()).extracting(ClinicView::code).containsExactly("KIN", "LUB");
    assertThat(me.permissions()).containsExactly("register_patients", "view_patients");
  }

  @Test
  void beginsInFrenchAndFollowsThePersonAfterwards() {
    assertThat(profile.me().language()).isEqualTo("fr");
    profile.prefer(new Preferences("en", "dark", "compact"));
    var me = profile.me();
    assertThat(List.of(me.language(), me.theme(), me.density()))
        .containsExactly("en", "dark", "compact");
  }

  @Test
  void refusesATasteThatTheScreensDoNotHave() {
    assertThatThrownBy(() -> profile.prefer(new Preferences("de", "dark", "compact")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> profile.prefer(new Preferences("fr", "pink", "compact")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> profile.prefer(new Preferences("fr", "dark", null)))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void hasNoProfileForAMachine() {
    enter(Actor.Kind.SYSTEM, nadine);
    assertThatThrownBy(profile::me).isInstanceOf(Forbidden.class);
  }

  @Test
  void doesNotKnowWhoIsNotThere() {
    enter(Actor.Kind.USER, Ids.next());
    assertThatThrownBy(profile::me).isInstanceOf(NotFound.class);
  }

  @Test
  void namesTheRolesOneMayBeGiven() {
    assertThat(profile.knownRoles()).containsExactly("admin", "doctor", "receptionist");
  }
}
