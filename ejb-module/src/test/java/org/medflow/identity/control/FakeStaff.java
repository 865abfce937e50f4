package org.medflow.identity.control;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.AuditSink;

/** Accounts, roles and audit in memory, for the rules of identity. */
public final class FakeStaff {

  public final Map<UUID, AppUser> accounts = new LinkedHashMap<>();
  public final List<String> given = new ArrayList<>();
  public final List<String> audited = new ArrayList<>();

  /** The accounts; the unique username is the database's doing. */
  public final UserRepository users =
      new UserRepository() {
        @Override
        public AppUser add(AppUser user) {
          if (byUsername(user.who().username()).isPresent()) {
            throw new PersistenceException(
                new SQLException("unique constraint \"app_user_username_uk\"", "23505"));
          }
          accounts.put(user.id(), user);
          return user;
        }

        @Override
        public Optional<AppUser> byId(UUID id) {
          return Optional.ofNullable(accounts.get(id));
        }

        @Override
        public Optional<AppUser> byUsername(String username) {
          return accounts.values().stream()
              .filter(user -> user.who().username().equals(username))
              .findFirst();
        }
      };

  /** The roles of the house. */
  public final RoleQuery roles =
      new RoleQuery() {
        @Override
        public Set<String> roles() {
          return Set.of("admin", "receptionist", "doctor");
        }

        @Override
        public void give(UUID user, UUID clinic, String role) {
          given.add(clinic + " " + role);
        }

        @Override
        public List<String> rolesOf(UUID user, UUID clinic) {
          return given.stream()
              .filter(line -> line.startsWith(clinic.toString()))
              .map(line -> line.substring(line.indexOf(' ') + 1))
              .toList();
        }

        @Override
        public List<UUID> clinicsOf(UUID user) {
          return given.stream()
              .map(line -> UUID.fromString(line.substring(0, line.indexOf(' '))))
              .distinct()
              .toList();
        }
      };

  public final AuditSink audit =
      new AuditSink() {
        @Override
        public void wrote(String action, String entity, UUID id) {
          audited.add(action);
        }

        @Override
        public void wrote(String action, String entity, UUID id, String reason) {
          wrote(action, entity, id);
        }

        @Override
        public void refused(Actor actor, String call) {
          audited.add("refused " + call);
        }
      };

  public Staffing staffing(Clock clock) {
    var staffing = new Staffing();
    staffing.users = users;
    staffing.roles = roles;
    staffing.audit = audit;
    staffing.clock = clock;
    return staffing;
  }
}
