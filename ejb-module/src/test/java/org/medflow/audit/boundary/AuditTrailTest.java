package org.medflow.audit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.audit.control.AuditQuery;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.Actors;

class AuditTrailTest {

  private final List<AuditQuery.Entry> entries = new ArrayList<>();
  private final List<Actor> actors = new ArrayList<>();
  private int counted;
  private boolean lazy;
  private final AuditTrail trail = new AuditTrail();

  AuditTrailTest() {
    trail.events =
        new AuditQuery() {
          @Override
          public void add(Actor actor, Entry entry) {
            actors.add(actor);
            entries.add(entry);
          }

          @Override
          public void addFlushedLater(Actor actor, Entry entry) {
            add(actor, entry);
            lazy = true;
          }
        };
  }

  @BeforeEach
  void count() {
    trail.metrics = proxy(MetricRegistry.class, name -> proxy(Counter.class, this::counted));
  }

  private Object counted(String method) {
    counted++;
    return null;
  }

  private static <T> T proxy(Class<T> type, Function<String, Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            AuditTrailTest.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.apply(method.getName())));
  }

  private static Actor somebody() {
    return new Actor(Actor.Kind.USER, Ids.next(), Set.of(Ids.next()), Set.of(), null);
  }

  private AuditQuery.Entry last() {
    return entries.get(entries.size() - 1);
  }

  @AfterEach
  void leave() {
    MDC.remove("correlationId");
  }

  @Test
  void writesADeedInTheNameOfTheActor() {
    var nurse = somebody();
    var id = Ids.next();
    Actors.run(nurse, () -> trail.wrote("patient.register", "patient", id));
    assertThat(actors).containsExactly(nurse);
    assertThat(last().ids()).containsExactly(id);
    assertThat(last().outcome()).isEqualTo("done");
  }

  @Test
  void keepsTheReasonOfADeed() {
    trail.wrote("patient.merge", "patient", List.of(Ids.next(), Ids.next()), "same person");
    assertThat(last().reason()).isEqualTo("same person");
    assertThat(last().ids()).hasSize(2);
  }

  @Test
  void writesOneRowForOneReading() {
    trail.read("patient.search", "patient", List.of(Ids.next(), Ids.next(), Ids.next()));
    assertThat(entries).hasSize(1);
    assertThat(counted).isEqualTo(1);
  }

  @Test
  void letsTheDiskComeLaterForListsOnly() {
    var ids = List.of(Ids.next());
    Actors.run(somebody(), () -> trail.listed("patient.search", "patient", ids));
    assertThat(lazy).isTrue();
    lazy = false;
    Actors.run(somebody(), () -> trail.read("patient.read", "patient", ids));
    assertThat(lazy).isFalse();
    assertThat(entries).hasSize(2);
  }

  @Test
  void writesARefusalInTheNameOfWhoWasRefused() {
    var nurse = somebody();
    trail.refused(nurse, "PatientMerge.merge");
    assertThat(actors).containsExactly(nurse);
    assertThat(last().outcome()).isEqualTo("refused");
    assertThat(last().action()).isEqualTo("PatientMerge.merge");
  }

  @Test
  void writesAShutDoorAsARefusal() {
    trail.shut("session.refuse", List.of(), "wrong-credentials", "192.0.2.7");
    assertThat(last().outcome()).isEqualTo("refused");
    assertThat(last().reason()).isEqualTo("wrong-credentials", "192.0.2.7");
  }

  @Test
  void tiesTheRowToTheLogLine() {
    trail.wrote("a", "b", Ids.next());
    assertThat(last().correlation()).isNull();
    MDC.put("correlationId", "abc");
    trail.wrote("a", "b", Ids.next());
    assertThat(last().correlation()).isEqualTo("abc");
  }
}
