package org.medflow.identity.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.medflow.clinic.boundary.ClinicDirectory;
import org.medflow.identity.control.RoleQuery;
import org.medflow.identity.control.UserRepository;
import org.medflow.identity.entity.AppUser;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;
import org.medflow.platform.security.Requires;

/** Who I am and how I like my screens. */
@Stateless
public class Profile {

  private static final Set<String> LANGUAGES = Set.of("fr", "en");
  private static final Set<String> THEMES = Set.of("auto", "light", "dark");
  private static final Set<String> DENSITIES = Set.of("compact", "standard", "comfortable");

  @Inject UserRepository users;
  @Inject RoleQuery roles;
  @Inject ClinicDirectory clinics;

  @Requires
  public MeView me() {
    var actor = Actors.current();
    var user = user(actor);
    var here = clinics.get(actor.clinic());
    var who = user.who();
    return new MeView(
        user.id(),
        who.username(),
        who.firstName(),
        who.lastName(),
        roles.rolesOf(user.id(), here.id()),
        clinics.named(roles.clinicsOf(user.id())),
        here,
        actor.permissions().stream().map(Permission::code).sorted().toList(),
        user.taste().language(),
        user.taste().theme(),
        user.taste().density());
  }

  @Requires
  public void prefer(Preferences wanted) {
    check("language", wanted.language(), LANGUAGES);
    check("theme", wanted.theme(), THEMES);
    check("density", wanted.density(), DENSITIES);
    user(Actors.current())
        .prefer(new AppUser.Taste(wanted.language(), wanted.theme(), wanted.density()));
  }

  /** The roles a person may be given. */
  @Requires
  public List<String> knownRoles() {
    return roles.roles().stream().sorted().toList();
  }

  private AppUser user(Actor actor) {
    if (actor.kind() != Actor.Kind.USER) {
      throw new Forbidden("forbidden");
    }
    return users.byId(actor.id()).orElseThrow(() -> new NotFound("not-found"));
  }

  private static void check(String field, String value, Set<String> allowed) {
    if (value == null || !allowed.contains(value)) {
      throw Invalid.field(field, "bad-format");
    }
  }
}
