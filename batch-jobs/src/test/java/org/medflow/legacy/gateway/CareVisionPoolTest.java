package org.medflow.legacy.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Four connections and no fifth, kept as long as nothing went wrong with them. */
class CareVisionPoolTest {

  private final CareVisionReading reading = new CareVisionReading();
  private final CareVisionPool pool =
      new CareVisionPool(
          CareVisionSettings.of(
              name -> Optional.ofNullable(CareVisionReading.settings(reading.server).get(name))));

  @AfterEach
  void stop() {
    pool.close();
    reading.close();
  }

  @Test
  void makesTheFifthWaitForOneThatIsThere() throws SQLException {
    var fifth = new CompletableFuture<Boolean>();
    deep(CareVisionPool.MOST, () -> new Thread(() -> complete(fifth)).start());
    assertThat(fifth.join()).isTrue();
    assertThat(reading.server.greetings()).isEqualTo(CareVisionPool.MOST);
  }

  @Test
  void usesAConnectionAgain() throws SQLException {
    Connection first = pool.use(connection -> connection);
    Connection second = pool.use(connection -> connection);
    assertThat(second).isSameAs(first);
    assertThat(first.isClosed()).isFalse();
    pool.close();
    assertThat(first.isClosed()).isTrue();
  }

  @Test
  void endsAConnectionThatHadTrouble() throws SQLException {
    Connection first = pool.use(connection -> connection);
    assertThatThrownBy(() -> pool.use(CareVisionPoolTest::fail)).isInstanceOf(SQLException.class);
    assertThat(first.isClosed()).isTrue();
    assertThat(pool.use(Connection::isClosed)).isFalse();
    assertThat(reading.server.greetings()).isEqualTo(2);
  }

  @Test
  void lendsNothingOnceItIsClosed() {
    pool.close();
    assertThatThrownBy(() -> pool.use(Connection::isClosed))
        .isInstanceOf(IllegalStateException.class);
    assertThat(reading.server.greetings()).isZero();
  }

  private void deep(int left, Runnable atTheBottom) throws SQLException {
    if (left == 0) {
      atTheBottom.run();
    } else {
      pool.use(
          connection -> {
            deep(left - 1, atTheBottom);
            return null;
          });
    }
  }

  private void complete(CompletableFuture<Boolean> fifth) {
    try {
      fifth.complete(pool.use(connection -> connection.isValid(5)));
    } catch (SQLException refused) {
      fifth.completeExceptionally(refused);
    }
  }

  private static Object fail(Connection connection) throws SQLException {
    throw new SQLException("trouble", "08S01");
  }
}
