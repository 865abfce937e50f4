package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final long LATEST = (1L << 48) - 1;

  @Property
  void carriesTheMillisecondsInFront(@ForAll @LongRange(min = 0, max = LATEST) long millis) {
    assertThat(Ids.at(millis).getMostSignificantBits() >>> 16).isEqualTo(millis);
  }

  @Property
  void isVersionSevenOfTheIetfVariant(@ForAll @LongRange(min = 0, max = LATEST) long millis) {
    var id = Ids.at(millis);
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Property
  void sortsByTimeAsText(@ForAll @LongRange(min = 0, max = LATEST - 1) long millis) {
    assertThat(Ids.at(millis).toString()).isLessThan(Ids.at(millis + 1).toString());
  }

  @Test
  void neverRepeatsWithinOneMillisecond() {
    var seen = new HashSet<UUID>();
    LongStream.range(0, 50_000).forEach(i -> seen.add(Ids.at(1_700_000_000_000L)));
    assertThat(seen).hasSize(50_000);
  }

  @Test
  void stampsTheNextIdWithNow() {
    long before = System.currentTimeMillis();
    long stamped = Ids.next().getMostSignificantBits() >>> 16;
    assertThat(stamped).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void keepsAPageOutOfReachOfItsMaker() {
    var data = new java.util.ArrayList<>(List.of("a"));
    var page = new Page<>(data, null, 20);
    data.add("b");
    assertThat(page.data()).containsExactly("a");
  }
}
