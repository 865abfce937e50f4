package org.medflow.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.error.Unavailable;
import org.medflow.platform.store.StoreException;

class FaultsTest {

  static Stream<Arguments> knownFailures() {
    return Stream.of(
        Arguments.of(new NotFound("not-found"), 404, "not-found"),
        Arguments.of(new Conflict("patient-same"), 409, "patient-same"),
        Arguments.of(new Forbidden("forbidden"), 403, "forbidden"),
        Arguments.of(new Forbidden("clinic-not-yours"), 403, "clinic-not-yours"),
        Arguments.of(new Forbidden("unauthenticated"), 401, "unauthenticated"),
        Arguments.of(new Forbidden("session-ended"), 401, "session-ended"),
        Arguments.of(new Forbidden("wrong-credentials"), 401, "wrong-credentials"),
        Arguments.of(new Forbidden("too-many-attempts"), 429, "too-many-attempts"),
        Arguments.of(new Forbidden("too-many-requests"), 429, "too-many-requests"),
        Arguments.of(Invalid.field("size", "bad-format"), 422, "invalid"),
        Arguments.of(new Invalid("malformed"), 400, "malformed"),
        Arguments.of(new Unavailable("unavailable"), 503, "unavailable"),
        Arguments.of(Refusal.tooLarge(), 413, "too-large"),
        Arguments.of(Refusal.preconditionRequired(), 428, "if-match-required"),
        Arguments.of(Refusal.tooMany(7), 429, "too-many-requests"),
        Arguments.of(new NullPointerException("secret"), 500, "internal"));
  }

  @ParameterizedTest
  @MethodSource("knownFailures")
  void knowsTheStatusAndCodeOfAFailure(Throwable failure, int status, String code) {
    assertThat(Faults.of(failure))
        .extracting(Fault::status, Fault::code)
        .containsExactly(status, code);
  }

  @ParameterizedTest
  @MethodSource("knownFailures")
  void findsTheTellingCauseInsideTheContainersWrappers(Throwable failure, int status, String code) {
    var wrapped =
        new EJBTransactionRolledbackException(
            "rolled back", new EJBException(new RuntimeException(failure)));
    assertThat(Faults.of(wrapped))
        .extracting(Fault::status, Fault::code)
        .containsExactly(status, code);
  }

  @ParameterizedTest
  @CsvSource({
    "08006,503", "08001,503", "57P01,503", "53300,503", "53100,503", "58030,503", "40P01,503",
    "40001,503", "57014,503", "22021,422", "22001,422", "22008,422", "23514,422", "23502,422",
    "23505,409", "23P01,409", "42P01,500", "42501,500"
  })
  void readsTheDatabasesStates(String state, int status) {
    var failure = new EJBException(new StoreException(new SQLException("text", state)));
    assertThat(Faults.of(failure).status()).isEqualTo(status);
  }

  @Test
  void readsAStateThatHidesBehindABatch() {
    var batch = new SQLException("batch");
    batch.setNextException(new SQLException("gone", "08006"));
    assertThat(Faults.of(new StoreException(batch)).status()).isEqualTo(503);
  }

  @Test
  void saysLaterWhenThePoolHasNoConnection() {
    var failure =
        new StoreException(new SQLException("IJ000453: Unable to get managed connection for X"));
    assertThat(Faults.of(failure)).isEqualTo(Fault.later(503, "unavailable", 2));
  }

  @Test
  void saysLaterWhenNobodyKnowsWhetherTheCommitWasDone() {
    var failure =
        new EJBTransactionRolledbackException(
            "rolled back", new EJBException((Exception) new XAException("commit")));
    assertThat(Faults.of(failure).status()).isEqualTo(503);
  }

  @Test
  void survivesACircleOfCauses() {
    var one = new RuntimeException("one");
    one.addSuppressed(new RuntimeException("two", one));
    assertThat(Faults.of(one).status()).isEqualTo(500);
  }

  @Test
  void keepsFieldsAndDetails() {
    assertThat(Faults.of(Invalid.field("sex", "required")).fields())
        .containsExactly(new FieldError("sex", "required"));
    assertThat(Faults.of(new Conflict("c", Map.of("version", 3L))).details())
        .containsEntry("version", 3L);
  }

  @ParameterizedTest
  @CsvSource({
    "400,400,malformed", "402,400,malformed", "401,401,unauthenticated", "403,403,forbidden",
    "404,404,not-found", "406,406,not-acceptable", "413,413,too-large", "414,400,malformed",
    "415,415,unsupported-media-type", "500,500,internal", "503,503,unavailable", "502,500,internal"
  })
  void translatesAStatusWithoutAWord(int given, int status, String code) {
    assertThat(Faults.ofStatus(given))
        .extracting(Fault::status, Fault::code)
        .containsExactly(status, code);
  }

  @Test
  void asksForTheTokenWhenTheCallerIsUnknownAndForPatienceWhenTooFast() {
    assertThat(FaultHeaders.of(Fault.of(401, "unauthenticated")))
        .containsEntry("WWW-Authenticate", "Bearer realm=\"medflow\"");
    assertThat(FaultHeaders.of(Fault.later(429, "too-many-requests", 9)))
        .containsEntry("Retry-After", "9");
    assertThat(FaultHeaders.of(Fault.of(404, "not-found"))).isEmpty();
  }

  @Test
  void hasNoFieldsWhereNoneAreBroken() {
    assertThat(Faults.of(new NotFound("not-found")).fields()).isEqualTo(List.of());
  }
}
