package org.medflow.audit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medflow.audit.control.AuditQuery.Entry;
import org.medflow.platform.Ids;
import org.medflow.platform.security.Actor;
import org.medflow.platform.store.FakeRows;

class AuditQueryTest {

  private static final UUID KIN = Ids.next();

  private final FakeRows rows = new FakeRows();
  private final AuditQuery query = new AuditQuery();

  AuditQueryTest() {
    query.rows = rows;
  }

  private static Actor actor(UUID... clinics) {
    return new Actor(Actor.Kind.USER, Ids.next(), Set.of(clinics), Set.of(), Ids.next());
  }

  private static Entry entry(Collection<UUID> ids) {
    return new Entry("patient.search", "patient", ids, "done", null, "abc", null);
  }

  @Test
  void writesWhoWhereAndWhatButNoNames() {
    var actor = actor(KIN);
    var id = Ids.next();
    query.add(actor, entry(List.of(id)));
    assertThat(rows.last().parameters().subList(1, 11))
        .containsExactly(
            Actor.Kind.USER,
            actor.id(),
            actor.session(),
            KIN,
            "patient.search",
            "patient",
            List.of(id),
            "done",
            null,
            "abc");
  }

  @Test
  void keepsAHundredIdsAndCountsThemAll() {
    var ids = Stream.generate(Ids::next).limit(250).toList();
    query.add(actor(KIN), entry(ids));
    var parameters = rows.last().parameters();
    assertThat((Collection<?>) parameters.get(7)).hasSize(100);
    assertThat(parameters.get(11)).isEqualTo(250);
  }

  @Test
  void namesNoClinicWhenTheCallHadNoneOrMany() {
    query.add(actor(), entry(List.of()));
    assertThat(rows.last().parameters().get(4)).isNull();
    query.add(actor(KIN, Ids.next()), entry(List.of()));
    assertThat(rows.last().parameters().get(4)).isNull();
  }

  @Test
  void doesNotWaitForTheDiskOnlyWhenAskedNotTo() {
    query.add(actor(KIN), entry(List.of()));
    assertThat(rows.last().parameters()).endsWith(false);
    query.addFlushedLater(actor(KIN), entry(List.of()));
    assertThat(rows.last().parameters()).endsWith(true);
  }

  @Test
  void canOnlyAdd() {
    query.add(actor(KIN), entry(List.of()));
    query.addFlushedLater(actor(KIN), entry(List.of()));
    assertThat(rows.calls()).allSatisfy(c -> assertThat(c.sql()).startsWith("insert into"));
  }
}
