package org.medflow.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import jakarta.el.VariableMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.PostalAddress;

class RecordELResolverTest {

  private record Pair(String left, List<Integer> right) {
    public String both() {
      return left + right;
    }

    public String broken() {
      throw new IllegalStateException("broken");
    }
  }

  private static final Pair PAIR = new Pair("a", List.of(1));

  private final RecordELResolver resolver = new RecordELResolver();
  private final ELContext context = new Nothing();

  @Test
  void readsAComponentOfARecord() {
    assertThat(resolver.getValue(context, PAIR, "left")).isEqualTo("a");
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void readsAPublicMethodWithoutParameters() {
    assertThat(resolver.getValue(context, PAIR, "both")).isEqualTo("a[1]");
  }

  @Test
  void readsARecordOfAnotherPackage() {
    var address = new PostalAddress(null, null, "Gombe", null);
    assertThat(resolver.getValue(context, address, "commune")).isEqualTo("Gombe");
    assertThat(resolver.getValue(context, address, "street")).isNull();
    assertThat(context.isPropertyResolved()).isTrue();
  }

  @Test
  void leavesEverythingElseToTheOtherResolvers() {
    assertThat(resolver.getValue(context, "text", "length")).isNull();
    assertThat(resolver.getValue(context, null, "left")).isNull();
    assertThat(context.isPropertyResolved()).isFalse();
  }

  @Test
  void namesAComponentThatIsNotThere() {
    assertThatThrownBy(() -> resolver.getValue(context, PAIR, "middle"))
        .isInstanceOf(PropertyNotFoundException.class)
        .hasMessage("Pair has no middle");
  }

  @Test
  void neverWritesARecord() {
    assertThatThrownBy(() -> resolver.setValue(context, PAIR, "left", "b"))
        .isInstanceOf(PropertyNotWritableException.class);
    assertThat(resolver.isReadOnly(context, PAIR, "left")).isTrue();
    assertThat(resolver.getType(context, PAIR, "left")).isNull();
  }

  @Test
  void passesOnWhatAMethodThrows() {
    assertThatThrownBy(() -> resolver.getValue(context, PAIR, "broken"))
        .isInstanceOf(ELException.class)
        .hasRootCauseMessage("broken");
  }

  private static final class Nothing extends ELContext {

    @Override
    public ELResolver getELResolver() {
      return null;
    }

    @Override
    public FunctionMapper getFunctionMapper() {
      return null;
    }

    @Override
    public VariableMapper getVariableMapper() {
      return null;
    }
  }
}
