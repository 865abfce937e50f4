package org.medflow.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.boundary.AuditTrail;
import org.medflow.identity.control.AccountQuery;
import org.medflow.identity.control.DoorLimits;
import org.medflow.identity.control.OneTimeLinkQuery;
import org.medflow.identity.control.PasswordHash;
import org.medflow.identity.control.SessionQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.Actors;

class AccessDoorTest {

  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String WANTED = "sept baobabs autour du puits";

  private final AppUser her =
      AppUser.invite(Ids.next(), new AppUser.Who("mado", "Mado", "Kalala"), NOW);
  private final List<String> done = new ArrayList<>();
  private final AccessDoor door = new AccessDoor();
  private boolean used;
  private DoorLimits.Door limit = DoorLimits.Door.OPEN;

  @BeforeEach
  void wire() {
    door.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    door.links = links();
    door.users = users();
    door.accounts = accounts();
    door.sessions =
        new SessionQuery() {
          @Override
          public List<UUID> endOthers(UUID user, UUID kept, Instant now) {
            done.add("ended but " + kept);
            return List.of(Ids.next());
          }
        };
    door.audit =
        new AuditTrail() {
          @Override
          public void wrote(String action, String entity, Collection<UUID> ids, String reason) {
            done.add(action + " " + reason + " by " + Actors.current().kind());
          }
        };
    door.door = new Limits();
  }

  /** An allowance that is what the test says. */
  private final class Limits extends DoorLimits {
    @Override
    public Door forgotten(String username, String address) {
      return limit;
    }
  }

  private OneTimeLinkQuery links() {
    return new OneTimeLinkQuery() {
      @Override
      public Optional<UUID> ownerOf(String token, Instant now) {
        return Optional.of(her.id()).filter(id -> token.equals("good") && !used);
      }

      @Override
      public boolean useOf(UUID owner, String token, Instant now) {
        var first = !used && owner.equals(her.id()) && token.equals("good");
        used = true;
        return first;
      }
    };
  }

  private UserRepository users() {
    return new UserRepository() {
      @Override
      public Optional<AppUser> byId(UUID id) {
        return Optional.of(her).filter(one -> one.id().equals(id));
      }

      @Override
      public Optional<AppUser> held(UUID id) {
        return byId(id);
      }

      @Override
      public void flush() {
        done.add("flushed");
      }
    };
  }

  private AccountQuery accounts() {
    return new AccountQuery() {
      @Override
      public void passwordAnswered(UUID user) {
        done.add("answered");
      }

      @Override
      public List<UUID> passwordAsked(String username, Instant now) {
        done.add("asked " + username);
        return username.equals("mado") ? List.of(her.id()) : List.of();
      }
    };
  }

  @Test
  void tellsTheHolderOfALinkUnderWhichNameSheWillSignIn() {
    assertThat(door.awaits("good")).contains("mado");
    assertThat(door.awaits("bad")).isEmpty();
    assertThat(door.awaits(null)).isEmpty();
    assertThat(door.awaits(" ")).isEmpty();
  }

  @Test
  void setsThePasswordOnceAndEndsEverySession() {
    door.choose("good", WANTED);
    assertThat(PasswordHash.fits(WANTED, her.passwordHash())).isTrue();
    assertThat(done)
        .containsExactly(
            "flushed",
            "answered",
            "user.password by-link by USER",
            "ended but null",
            "session.end new-password by USER");
    assertThatThrownBy(() -> door.choose("good", WANTED))
        .isInstanceOf(Forbidden.class)
        .hasMessage("link-expired");
  }

  @Test
  void keepsTheLinkWhenThePasswordWillNotDo() {
    assertThatThrownBy(() -> door.choose("good", "short")).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> door.choose("good", null)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> door.choose("good", "kalala kalala kalala"))
        .isInstanceOf(Invalid.class);
    assertThat(used).isFalse();
    assertThat(her.passwordHash()).isNull();
  }

  @Test
  void doesTheSameForAnUnknownNameAsForAKnownOne() {
    door.forgotten(" MADO ", "10.0.0.1");
    door.forgotten("nobody", "10.0.0.1");
    door.forgotten(null, "10.0.0.1");
    assertThat(done)
        .containsExactly(
            "asked mado",
            "user.password-ask null by ANONYMOUS",
            "asked nobody",
            "user.password-ask null by ANONYMOUS",
            "asked ",
            "user.password-ask null by ANONYMOUS");
  }

  @Test
  void hearsNothingBeyondTheAllowanceAndDoesNotSaySo() {
    limit = DoorLimits.Door.CLOSED;
    door.forgotten("mado", "10.0.0.1");
    assertThat(done).isEmpty();
  }
}
