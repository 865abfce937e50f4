package org.medflow.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.security.AuditSink;
import org.medflow.platform.store.StoreException;

/** Takes somebody on: checks, hashes, stores, gives the roles. */
@ApplicationScoped
public class Staffing {

  private static final String USERNAME = "[a-z][a-z0-9._-]{2,39}";
  private static final int LONGEST_NAME = 60;

  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject AuditSink audit;
  @Inject Clock clock;

  /** An account asked for. */
  public record Account(
      String username, String password, String firstName, String lastName, List<String> roles) {}

  public UUID hire(Account account, List<UUID> clinics) {
    var username = username(account.username());
    check(account, username);
    var who = new AppUser.Who(username, account.firstName().trim(), account.lastName().trim());
    var hash = PasswordHash.of(account.password());
    var user = stored(AppUser.hire(Ids.next(), who, hash, clock.instant())).id();
    clinics.forEach(
        clinic ->
            account.roles().stream().distinct().forEach(role -> roles.give(user, clinic, role)));
    audit.wrote("user.hire", "app_user", user);
    return user;
  }

  /** An account without a password and, as yet, without a role; the roles are looked at only. */
  public AppUser invite(Account account) {
    var username = username(account.username());
    var broken = problems(account, username);
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
    var who = new AppUser.Who(username, account.firstName().trim(), account.lastName().trim());
    var user = stored(AppUser.invite(Ids.next(), who, clock.instant()));
    audit.wrote("user.invite", "app_user", user.id());
    return user;
  }

  /** As it is kept; empty for none. */
  public static String username(String typed) {
    return typed == null ? "" : typed.trim().toLowerCase(Locale.ROOT);
  }

  private AppUser stored(AppUser user) {
    try {
      return users.add(user);
    } catch (PersistenceException refused) {
      throw StoreException.constraintOf(refused)
          .filter("app_user_username_uk"::equals)
          .<RuntimeException>map(taken -> new Conflict("username-taken"))
          .orElse(refused);
    }
  }

  private void check(Account account, String username) {
    var broken = problems(account, username);
    PasswordRules.problem(account.password(), username, account.firstName(), account.lastName())
        .ifPresent(code -> broken.add(new FieldError("password", code)));
    if (!broken.isEmpty()) {
      throw new Invalid(broken);
    }
  }

  private List<FieldError> problems(Account account, String username) {
    var broken = new ArrayList<FieldError>();
    if (!username.matches(USERNAME)) {
      broken.add(new FieldError("username", "bad-format"));
    }
    name(broken, "firstName", account.firstName());
    name(broken, "lastName", account.lastName());
    if (account.roles() == null
        || account.roles().isEmpty()
        || !roles.roles().containsAll(account.roles())) {
      broken.add(new FieldError("roles", "unknown-role"));
    }
    return broken;
  }

  private static void name(List<FieldError> broken, String field, String value) {
    if (value == null || value.isBlank()) {
      broken.add(new FieldError(field, "required"));
    } else if (value.length() > LONGEST_NAME) {
      broken.add(new FieldError(field, "too-long"));
    }
  }
}
