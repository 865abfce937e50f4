package org.medflow.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BoundaryContractTest {

  /** A facade as it should and should not be. */
  static class Sample {
    @Requires(Permission.VIEW_PATIENTS)
    public void guarded() {}

    @Requires
    public void forAnybodySignedIn() {}

    @Open("the door")
    public void openForAReason() {}

    @Open("  ")
    public void openForNoReason() {}

    public void forgotten() {}
  }

  private static Method method(String name) {
    return Arrays.stream(Sample.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void acceptsARightOrAReason() {
    assertThat(BoundaryContract.undeclared(method("guarded"))).isFalse();
    assertThat(BoundaryContract.undeclared(method("forAnybodySignedIn"))).isFalse();
    assertThat(BoundaryContract.undeclared(method("openForAReason"))).isFalse();
  }

  @Test
  void refusesAMethodWithoutARightAndWithoutAReason() {
    assertThat(BoundaryContract.undeclared(method("forgotten"))).isTrue();
    assertThat(BoundaryContract.undeclared(method("openForNoReason"))).isTrue();
  }
}
