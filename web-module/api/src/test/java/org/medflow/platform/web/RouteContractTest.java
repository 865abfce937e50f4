package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medflow.platform.security.Permission.VIEW_PATIENTS;
import static org.medflow.platform.security.Permission.VIEW_QUEUE;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.identity.resource.AuthResource;
import org.medflow.identity.resource.LiveTicketsResource;
import org.medflow.identity.resource.MeResource;
import org.medflow.identity.resource.OperatorResource;
import org.medflow.patient.resource.PatientMergesResource;
import org.medflow.patient.resource.PatientSearchResource;
import org.medflow.patient.resource.PatientsResource;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Open;
import org.medflow.platform.security.Permission;
import org.medflow.platform.security.Requires;

class RouteContractTest {

  private static final UUID ID = new UUID(1, 2);

  static class Routes {

    @GET
    public void forgotten() {}

    @POST
    @Open
    public void openWithoutAWhy() {}

    @GET
    @Open("everybody may")
    public void open() {}

    @GET
    @Requires(VIEW_PATIENTS)
    public void needsARight() {}

    @GET
    @Requires
    public void needsACaller() {}

    public void noRoute() {}
  }

  private static java.lang.reflect.Method named(String name) {
    return Arrays.stream(Routes.class.getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsARouteWithoutAWordAboutRights() {
    assertThat(RouteContract.undeclared(named("forgotten"))).isTrue();
    assertThat(RouteContract.undeclared(named("openWithoutAWhy"))).isTrue();
  }

  @Test
  void acceptsARightAReasonAndWhatIsNoRoute() {
    assertThat(RouteContract.undeclared(named("open"))).isFalse();
    assertThat(RouteContract.undeclared(named("needsARight"))).isFalse();
    assertThat(RouteContract.undeclared(named("needsACaller"))).isFalse();
    assertThat(RouteContract.undeclared(named("noRoute"))).isFalse();
  }

  @Test
  void findsNoneAmongOurRoutes() {
    var resources =
        Set.of(
            AuthResource.class,
            MeResource.class,
            LiveTicketsResource.class,
            OperatorResource.class,
            PatientsResource.class,
            PatientSearchResource.class,
            PatientMergesResource.class);
    assertThat(resources)
        .allSatisfy(
            resource ->
                assertThat(resource.getDeclaredMethods())
                    .noneMatch(RouteContract::undeclared)
                    .isNotEmpty());
  }

  @Test
  void permitsAnyOneOfTheRightsThatARouteNames() {
    var needed = named("needsARight").getAnnotation(Requires.class);
    assertThat(RouteGuard.permitted(with(VIEW_PATIENTS), needed)).isTrue();
    assertThat(RouteGuard.permitted(with(VIEW_QUEUE), needed)).isFalse();
    assertThat(RouteGuard.permitted(with(), needed)).isFalse();
  }

  @Test
  void permitsAnyCallerWhereNoRightIsNamed() {
    var needed = named("needsACaller").getAnnotation(Requires.class);
    assertThat(RouteGuard.permitted(with(), needed)).isTrue();
  }

  @Test
  void namesARouteByItsTemplate() throws NoSuchMethodException {
    var get = PatientsResource.class.getMethod("get", UUID.class);
    assertThat(RequestFigures.template(get)).isEqualTo("/patients/{id}");
    assertThat(RequestFigures.template(MeResource.class.getMethod("me"))).isEqualTo("/me");
  }

  @Test
  void keepsEveryResourceUnderOneRootSoThatRoutesOfDifferentClassesMeet() {
    assertThat(PatientMergesResource.class.getAnnotation(Path.class).value())
        .isEqualTo(PatientsResource.class.getAnnotation(Path.class).value());
  }

  private static Actor with(Permission... rights) {
    return new Actor(Actor.Kind.USER, ID, Set.of(ID), Set.of(rights), ID);
  }
}
