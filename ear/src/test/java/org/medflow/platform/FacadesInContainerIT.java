package org.medflow.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.medflow.harness.ClinicFixture;
import org.medflow.patient.boundary.PatientRegistry;
import org.medflow.patient.boundary.Person;
import org.medflow.patient.boundary.RegisterPatient;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;
import org.medflow.platform.security.Permission;

/**
 * What only the inside of the server shows: facades met without the web tier, with transactions and
 * threads of the caller's own. The test is deployed beside the application.
 */
@ExtendWith(RunningServer.class)
@ExtendWith(ArquillianExtension.class)
class FacadesInContainerIT {

  private static final String FACTS = "in-container.properties";
  private static final String REGISTRY =
      "java:global/medflow/medflow-ejb/PatientRegistry!" + PatientRegistry.class.getName();

  @Deployment
  public static WebArchive besideTheApplication() {
    var here = ClinicFixture.open("receptionist");
    var there = ClinicFixture.open();
    var user =
        here.server()
            .owner()
            .strings(
                "select id::text from medflow.app_user where username = ?",
                here.staff("receptionist").username())
            .get(0);
    var facts = "here=%s%nthere=%s%nuser=%s%n".formatted(here.id(), there.id(), user);
    return ShrinkWrap.create(WebArchive.class, "in-container.war")
        .addClass(RunningServer.class)
        .addAsResource(new StringAsset(facts), FACTS)
        .addAsWebInfResource("in-container-structure.xml", "jboss-deployment-structure.xml");
  }

  @Test
  void aThreadWithNobodyBehindItIsRefused() throws Exception {
    var registry = registry();
    assertEquals(
        "unauthenticated",
        assertThrows(Forbidden.class, () -> registry.seen(UUID.randomUUID())).code());
  }

  @Test
  void whatIsRolledBackLeavesNothing() throws Exception {
    var registry = registry();
    var transaction = transaction();
    var here = actor("here");
    transaction.begin();
    var made = Actors.as(here, () -> registry.register(somebody(), null)).id();
    assertTrue(Actors.as(here, () -> registry.seen(made)).isPresent());
    transaction.rollback();
    assertTrue(Actors.as(here, () -> registry.seen(made)).isEmpty());
  }

  @Test
  void clinicsStayApartWithinOneTransaction() throws Exception {
    var registry = registry();
    var transaction = transaction();
    transaction.begin();
    try {
      var made = Actors.as(actor("here"), () -> registry.register(somebody(), null)).id();
      assertTrue(Actors.as(actor("there"), () -> registry.seen(made)).isEmpty());
      assertTrue(Actors.as(actor("here"), () -> registry.seen(made)).isPresent());
    } finally {
      transaction.rollback();
    }
  }

  @Test
  void aThreadOfTheServerBringsNoCallerAlong() throws Exception {
    var registry = registry();
    ManagedExecutorService threads =
        InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
    var refused =
        Actors.as(
            actor("here"),
            () ->
                assertThrows(
                    ExecutionException.class,
                    () -> threads.submit(() -> registry.seen(UUID.randomUUID())).get()));
    var root = refused.getCause();
    assertEquals(Forbidden.class.getName(), root.getClass().getName());
  }

  private static PatientRegistry registry() throws NamingException {
    return InitialContext.doLookup(REGISTRY);
  }

  private static UserTransaction transaction() throws NamingException {
    return InitialContext.doLookup("java:comp/UserTransaction");
  }

  private static Actor actor(String clinic) {
    var rights = Set.of(Permission.REGISTER_PATIENTS, Permission.VIEW_PATIENTS);
    var where = Set.of(UUID.fromString(fact(clinic)));
    return new Actor(Actor.Kind.USER, UUID.fromString(fact("user")), where, rights, null);
  }

  private static String fact(String name) {
    try (var in = FacadesInContainerIT.class.getResourceAsStream("/" + FACTS)) {
      var facts = new Properties();
      facts.load(in);
      return facts.getProperty(name);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
  }

  private static RegisterPatient somebody() {
    var person =
        new Person(
            "ARQUILLIAN",
            null,
            "Essai",
            Sex.FEMALE,
            null,
            BirthPrecision.UNKNOWN,
            null,
            List.of(),
            null,
            List.of());
    return new RegisterPatient(person, null, null, null, List.of());
  }
}
