package org.medflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeHeadersTest {

  @Test
  void insistsOnHttpsOnlyWhereItIsSpoken() {
    assertThat(SafeHeaders.of(true)).containsEntry("Strict-Transport-Security", "max-age=31536000");
    assertThat(SafeHeaders.of(false)).doesNotContainKey("Strict-Transport-Security");
  }

  @Test
  void allowsNothingButTheCameraAndNoFrame() {
    var headers = SafeHeaders.of(false);
    assertThat(headers.get("Permissions-Policy")).contains("camera=(self)", "microphone=()");
    assertThat(headers.get(SafeHeaders.POLICY)).contains("frame-ancestors 'none'");
  }
}
