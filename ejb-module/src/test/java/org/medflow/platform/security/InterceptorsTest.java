package org.medflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.store.EntityRepository;
import org.medflow.platform.store.FakeInstance;
import org.medflow.platform.store.FakeRows;

class InterceptorsTest {

  private static final UUID KINSHASA = Ids.next();
  private static final UUID LUBUMBASHI = Ids.next();
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  /** Facades that are called. */
  static class Sample {
    @Requires(Permission.VIEW_PATIENTS)
    public void one() {}

    @Requires({Permission.MANAGE_CLINICS, Permission.OPERATE_SYSTEM})
    public void oneOfTwo() {}

    @Requires
    public void signedIn() {}

    @Requires(fresh = true)
    public void herself() {}
  }

  private final Map<Object, Object> resources = new HashMap<>();
  private final FakeRows rows = new FakeRows();
  private final List<String> refused = new ArrayList<>();
  private int status = Status.STATUS_ACTIVE;
  private boolean rollbackOnly;
  private int forgotten;

  @AfterEach
  void leave() {
    Actors.clear();
  }

  private ScopedCall scoped() {
    return new ScopedCall(new ClinicScopeQuery(rows, registry(), entities()));
  }

  private RequiresInterceptor guard() {
    var guard = new RequiresInterceptor();
    guard.scoped = scoped();
    guard.audit = new FakeInstance<>(sink());
    guard.clock = Clock.fixed(NOW, ZoneOffset.UTC);
    return guard;
  }

  private AuditSink sink() {
    return new AuditSink() {
      @Override
      public void wrote(String action, String entity, UUID id) {
        throw new AssertionError("nothing was done");
      }

      @Override
      public void wrote(String action, String entity, UUID id, String reason) {
        wrote(action, entity, id);
      }

      @Override
      public void refused(Actor actor, String call) {
        refused.add(call);
      }
    };
  }

  private TransactionSynchronizationRegistry registry() {
    return proxy(
        TransactionSynchronizationRegistry.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getTransactionStatus" -> status;
              case "getResource" -> resources.get(arguments[0]);
              case "putResource" -> resources.put(arguments[0], arguments[1]);
              case "setRollbackOnly" -> rollbackOnly = true;
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private EntityRepository entities() {
    return new EntityRepository() {
      @Override
      public void forget() {
        forgotten++;
      }
    };
  }

  private static InvocationContext call(String name, Callable<Object> work) {
    return proxy(
        InvocationContext.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getMethod" -> Sample.class.getMethod(name);
              case "proceed" -> work.call();
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    var loader = InterceptorsTest.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  private static void enter(Set<UUID> clinics, Permission... rights) {
    Actors.enter(new Actor(Actor.Kind.USER, Ids.next(), clinics, Set.of(rights), null));
  }

  private static void enterProven(Actor.Kind kind, Instant proven) {
    Actors.enter(new Actor(kind, Ids.next(), Set.of(KINSHASA), Set.of(), Ids.next(), proven));
  }

  @Test
  void wantsAPersonToHaveProvedLatelyWhoSheIs() throws Exception {
    enterProven(Actor.Kind.USER, NOW.minusSeconds(299));
    assertThat(guard().guard(call("herself", () -> "done"))).isEqualTo("done");
    for (var before : new Instant[] {NOW.minusSeconds(300), null}) {
      enterProven(Actor.Kind.USER, before);
      assertThatThrownBy(() -> guard().guard(call("herself", () -> "done")))
          .isInstanceOf(Forbidden.class)
          .hasMessageContaining("reauthentication-required");
      assertThat(guard().guard(call("signedIn", () -> "done"))).isEqualTo("done");
    }
    enterProven(Actor.Kind.JOB, null);
    assertThat(guard().guard(call("herself", () -> "done"))).isEqualTo("done");
  }

  private List<Object> scopes() {
    return rows.calls().stream().map(call -> call.parameters().get(0)).toList();
  }

  @Test
  void letsTheHolderOfTheRightThrough() throws Exception {
    enter(Set.of(KINSHASA), Permission.VIEW_PATIENTS);
    assertThat(guard().guard(call("one", () -> "done"))).isEqualTo("done");
    assertThat(scopes()).containsExactly(KINSHASA.toString());
  }

  @Test
  void forgetsWhatWasReadWhenOtherClinicsLook() throws Exception {
    enter(Set.of(KINSHASA), Permission.VIEW_PATIENTS);
    var guard = guard();
    guard.guard(
        call(
            "one",
            () -> {
              assertThat(guard.guard(call("one", () -> "same clinic"))).isNotNull();
              assertThat(forgotten).isZero();
              enter(Set.of(LUBUMBASHI), Permission.VIEW_PATIENTS);
              return guard.guard(call("one", () -> "other clinic"));
            }));
    assertThat(forgotten).isEqualTo(2);
  }

  @Test
  void needsOnlyOneOfTheNamedRights() throws Exception {
    enter(Set.of(KINSHASA), Permission.OPERATE_SYSTEM);
    assertThat(guard().guard(call("oneOfTwo", () -> "done"))).isEqualTo("done");
  }

  @Test
  void letsAnybodySignedInThroughWhereNoRightIsNamed() throws Exception {
    enter(Set.of(KINSHASA));
    assertThat(guard().guard(call("signedIn", () -> "done"))).isEqualTo("done");
  }

  @Test
  void refusesAndWritesDownWhoLacksTheRight() {
    enter(Set.of(KINSHASA), Permission.VIEW_QUEUE);
    assertThatThrownBy(() -> guard().guard(call("one", () -> "done")))
        .isInstanceOf(Forbidden.class)
        .hasMessage("forbidden");
    assertThat(refused).containsExactly("Sample.one");
    assertThat(rows.calls()).isEmpty();
  }

  @Test
  void refusesNobodyEvenWhereNoRightIsNamed() {
    assertThatThrownBy(() -> guard().guard(call("signedIn", () -> "done")))
        .isInstanceOf(Forbidden.class)
        .hasMessage("unauthenticated");
  }

  @Test
  void scopesAnOpenCallToo() throws Exception {
    enter(Set.of(KINSHASA));
    var open = new OpenInterceptor();
    open.scoped = scoped();
    open.scope(call("signedIn", () -> "done"));
    assertThat(scopes()).containsExactly(KINSHASA.toString());
  }

  @Test
  void setsTheScopeOncePerTransaction() throws Exception {
    enter(Set.of(KINSHASA));
    var scoped = scoped();
    scoped.run(call("signedIn", () -> scoped.run(call("signedIn", () -> "inner"))));
    assertThat(scopes()).hasSize(1);
  }

  @Test
  void givesTheCallersScopeBack() throws Exception {
    var scoped = scoped();
    enter(Set.of(KINSHASA));
    var other = new Actor(Actor.Kind.JOB, Ids.next(), Set.of(LUBUMBASHI), Set.of(), null);
    scoped.run(
        call(
            "signedIn",
            () ->
                Actors.as(
                    other, () -> unchecked(() -> scoped.run(call("signedIn", () -> "inner"))))));
    assertThat(scopes())
        .containsExactly(KINSHASA.toString(), LUBUMBASHI.toString(), KINSHASA.toString());
  }

  @Test
  void givesTheTransactionUpWhenAWiderCallFailed() throws Exception {
    var scoped = scoped();
    enter(Set.of(KINSHASA));
    var other = new Actor(Actor.Kind.JOB, Ids.next(), Set.of(LUBUMBASHI), Set.of(), null);
    scoped.run(
        call("signedIn", () -> Actors.as(other, () -> swallowed(() -> scoped.run(failing())))));
    assertThat(rollbackOnly).isTrue();
  }

  @Test
  void leavesTheTransactionAloneWhenTheScopeDidNotChange() throws Exception {
    var scoped = scoped();
    enter(Set.of(KINSHASA));
    scoped.run(call("signedIn", () -> swallowed(() -> scoped.run(failing()))));
    assertThat(rollbackOnly).isFalse();
  }

  @Test
  void touchesNothingWithoutATransaction() throws Exception {
    status = Status.STATUS_NO_TRANSACTION;
    enter(Set.of(KINSHASA));
    scoped().run(call("signedIn", () -> "done"));
    assertThat(rows.calls()).isEmpty();
  }

  @Test
  void refusesACallInATransactionThatIsEnding() {
    status = Status.STATUS_MARKED_ROLLBACK;
    enter(Set.of(KINSHASA));
    assertThatThrownBy(() -> scoped().run(call("signedIn", () -> "done")))
        .isInstanceOf(IllegalStateException.class);
  }

  private static InvocationContext failing() {
    return call(
        "signedIn",
        () -> {
          throw new IllegalStateException("refused");
        });
  }

  private static Object unchecked(Callable<Object> work) {
    try {
      return work.call();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Object swallowed(Callable<Object> work) {
    try {
      return work.call();
    } catch (Exception expected) {
      return expected.getMessage();
    }
  }
}
