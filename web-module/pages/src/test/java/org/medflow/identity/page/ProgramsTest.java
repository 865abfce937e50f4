package org.medflow.identity.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramsTest {

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML like Gecko)"
        + " Chrome/126.0 Safari/537.36 Edg/126.0,Edge · Windows",
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36,"
        + "Chrome · Android",
    "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0,Firefox · Linux",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1,"
        + "Safari · iPhone",
    "curl/8.5.0,curl"
  })
  void readsTheNameInWhatABrowserCallsItself(String agent, String name) {
    assertThat(Programs.named(agent)).contains(name);
  }

  @Test
  void knowsNoNameForTheRest() {
    assertThat(Programs.named(null)).isEmpty();
    assertThat(Programs.named("")).isEmpty();
    assertThat(Programs.named("SomethingElse/1.0 (Windows)")).isEmpty();
  }
}
