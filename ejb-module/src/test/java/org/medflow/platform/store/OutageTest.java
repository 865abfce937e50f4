package org.medflow.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "08001", "57P01", "53300", "58030", "40P01", "57014", "25P03"})
  void isWhatTheDatabaseSaysOfItself(String state) {
    assertThat(Outage.behind(new EJBException(new StoreException(new SQLException("x", state)))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "42P01", "0", ""})
  void isNoneWhenTheStatementIsAtFault(String state) {
    assertThat(Outage.behind(new StoreException(new SQLException("x", state)))).isFalse();
  }

  @Test
  void isAPoolWithoutAConnection() {
    var empty = new SQLException("IJ000453: Unable to get managed connection for MedflowDS");
    assertThat(Outage.behind(new IllegalStateException(new StoreException(empty)))).isTrue();
  }

  @Test
  void isNothingElse() {
    assertThat(Outage.behind(new NullPointerException("secret"))).isFalse();
    assertThat(Outage.behind(null)).isFalse();
  }

  @Test
  void survivesACircleOfCauses() {
    var one = new RuntimeException("one");
    one.addSuppressed(new RuntimeException("two", one));
    assertThat(Outage.behind(one)).isFalse();
  }
}
