package org.medflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;

class ActorsTest {

  private static final UUID KINSHASA = Ids.next();
  private static final UUID LUBUMBASHI = Ids.next();

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private static Actor nurse(UUID... clinics) {
    return new Actor(
        Actor.Kind.USER, Ids.next(), Set.of(clinics), Set.of(Permission.VIEW_PATIENTS), null);
  }

  @Test
  void isNobodyUntilSomebodyComesIn() {
    var nobody = Actors.current();
    assertThat(nobody.kind()).isEqualTo(Actor.Kind.ANONYMOUS);
    assertThat(nobody.clinics()).isEmpty();
    assertThat(nobody.permissions()).isEmpty();
  }

  @Test
  void putsTheFormerActorBack() {
    var outer = nurse(KINSHASA);
    var inner = nurse(LUBUMBASHI);
    Actors.enter(outer);
    assertThat(Actors.as(inner, Actors::current)).isEqualTo(inner);
    assertThat(Actors.current()).isEqualTo(outer);
  }

  @Test
  void putsTheFormerActorBackAfterAFailure() {
    assertThatThrownBy(
            () ->
                Actors.run(
                    nurse(KINSHASA),
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");
    assertThat(Actors.current().kind()).isEqualTo(Actor.Kind.ANONYMOUS);
  }

  @Test
  void doesNotLeakToAnotherThread() throws InterruptedException {
    Actors.enter(nurse(KINSHASA));
    var seen = new Actor[1];
    var other = new Thread(() -> seen[0] = Actors.current());
    other.start();
    other.join();
    assertThat(seen[0].kind()).isEqualTo(Actor.Kind.ANONYMOUS);
  }

  @Test
  void namesTheOneClinicOfNewRows() {
    assertThat(nurse(KINSHASA).clinic()).isEqualTo(KINSHASA);
    assertThatThrownBy(() -> nurse(KINSHASA, LUBUMBASHI).clinic())
        .hasMessage("this call needs exactly one clinic, not 2");
    assertThatThrownBy(() -> nurse().clinic()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void narrowsToOneClinicKeepingTheRights() {
    var here = nurse(KINSHASA, LUBUMBASHI).within(KINSHASA);
    assertThat(here.clinics()).containsExactly(KINSHASA);
    assertThat(here.may(Permission.VIEW_PATIENTS)).isTrue();
    assertThat(here.may(Permission.DELETE_PATIENTS)).isFalse();
  }

  @Test
  void cannotBeGivenRightsLater() {
    var rights = new HashSet<>(Set.of(Permission.VIEW_PATIENTS));
    var actor = new Actor(Actor.Kind.USER, Ids.next(), Set.of(), rights, null);
    rights.add(Permission.DELETE_PATIENTS);
    assertThat(actor.may(Permission.DELETE_PATIENTS)).isFalse();
    assertThatThrownBy(() -> actor.permissions().add(Permission.DELETE_PATIENTS))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void givesTheSystemTheNamedRightsOnly() {
    var launcher = Actor.system(Permission.OPERATE_SYSTEM, Permission.MANAGE_MIGRATIONS);
    assertThat(launcher.permissions())
        .containsExactlyInAnyOrder(Permission.OPERATE_SYSTEM, Permission.MANAGE_MIGRATIONS);
    assertThat(launcher.clinics()).isEmpty();
  }

  @Test
  void namesPermissionsAsTheDatabaseDoes() {
    for (var permission : Permission.values()) {
      assertThat(Permission.of(permission.code())).isEqualTo(permission);
      assertThat(permission.code()).matches("[a-z_]+");
    }
    assertThatThrownBy(() -> Permission.of("fly")).isInstanceOf(IllegalArgumentException.class);
  }
}
