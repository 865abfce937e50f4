package org.medflow.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.security.OpaqueTokens;
import org.medflow.platform.store.FakeRows;

class OneTimeLinkQueryTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final FakeRows rows = new FakeRows();
  private final OneTimeLinkQuery links = new OneTimeLinkQuery();

  OneTimeLinkQueryTest() {
    links.rows = rows;
  }

  @Test
  void knowsALinkByItsHashOnly() {
    assertThat(links.use("first-admin", "token", NOW)).isTrue();
    var parameters = rows.last().parameters();
    assertThat(parameters).doesNotContain("token").contains("first-admin", NOW);
    assertThat((byte[]) parameters.get(2)).isEqualTo(OpaqueTokens.hash("token"));
  }

  @Test
  void hashesWithSha256() {
    assertThat(HexFormat.of().formatHex(OpaqueTokens.hash("abc"))).startsWith("ba7816bf8f01cfea");
    assertThat(OpaqueTokens.hash("é")).hasSize(32);
    assertThat("é".getBytes(StandardCharsets.UTF_8)).hasSize(2);
  }

  @Test
  void usesALinkUpOnce() {
    rows.touches("one_time_link", 0);
    assertThat(links.use("first-admin", "token", NOW)).isFalse();
  }

  @Test
  void tellsWhetherALinkIsStillGood() {
    assertThat(links.usable("first-admin", "token", NOW)).isFalse();
    rows.answer("from medflow.one_time_link", FakeRows.row("one", 1));
    assertThat(links.usable("first-admin", "token", NOW)).isTrue();
  }

  @Test
  void tellsWhetherAnybodyWorksHere() {
    assertThat(links.anyUser()).isFalse();
    rows.answer("from medflow.app_user", FakeRows.row("one", 1));
    assertThat(links.anyUser()).isTrue();
  }

  @Test
  void replacesEarlierLinksOfTheSamePerson() {
    var user = Ids.next();
    var until = NOW.plusSeconds(600);
    var token = links.issue(new OneTimeLinkQuery.Issue(user, "password", Ids.next(), NOW, until));
    assertThat(rows.calls().get(0).sql()).contains("set replaced_at");
    assertThat(rows.calls().get(0).parameters()).containsExactly(NOW, user);
    assertThat(rows.last().parameters()).contains("password", user, until).doesNotContain(token);
    assertThat((byte[]) rows.last().parameters().get(4)).isEqualTo(OpaqueTokens.hash(token));
  }

  @Test
  void usesSomebodysLinkUpOnce() {
    var user = Ids.next();
    assertThat(links.useOf(user, "token", NOW)).isTrue();
    assertThat(rows.last().sql()).contains("used_at is null").contains("replaced_at is null");
    rows.touches("one_time_link", 0);
    assertThat(links.useOf(user, "token", NOW)).isFalse();
    assertThat(links.ownerOf("token", NOW)).isEmpty();
  }
}
