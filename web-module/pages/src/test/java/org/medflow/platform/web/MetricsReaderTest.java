package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsReaderTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  @Test
  void letsThisMachineRead() {
    assertThat(new MetricsReader("127.0.0.1", false, null).allowed(TOKEN)).isTrue();
    assertThat(new MetricsReader("0:0:0:0:0:0:0:1", false, null).allowed(null)).isTrue();
  }

  @Test
  void letsTheHolderOfTheTokenReadFromElsewhere() {
    assertThat(new MetricsReader("10.0.0.9", false, "Bearer " + TOKEN).allowed(TOKEN)).isTrue();
    assertThat(new MetricsReader("10.0.0.9", false, "Bearer x" + TOKEN).allowed(TOKEN)).isFalse();
    assertThat(new MetricsReader("10.0.0.9", false, null).allowed(TOKEN)).isFalse();
  }

  @Test
  void doesNotTakeAProxyOnThisMachineForThisMachine() {
    assertThat(new MetricsReader("127.0.0.1", true, null).allowed(TOKEN)).isFalse();
  }

  @Test
  void opensToNobodyWithAShortOrMissingToken() {
    assertThat(new MetricsReader("10.0.0.9", false, "Bearer ").allowed("")).isFalse();
    assertThat(new MetricsReader("10.0.0.9", false, "Bearer null").allowed(null)).isFalse();
    assertThat(new MetricsReader("10.0.0.9", false, "Bearer short").allowed("short")).isFalse();
  }
}
