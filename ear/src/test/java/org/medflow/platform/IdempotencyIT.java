package org.medflow.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medflow.harness.ClinicFixture;
import org.medflow.harness.Person;
import org.medflow.harness.Reply;
import org.medflow.harness.Shared;

class IdempotencyIT {

  private static ClinicFixture clinic;

  @BeforeAll
  static void open() {
    clinic = ClinicFixture.open("receptionist", "nurse");
  }

  @Test
  void answersASecondRequestWithTheSameResource() {
    var person = clinic.people().next();
    var key = UUID.randomUUID().toString();
    var first = register(person, key);
    var second = register(person, key);
    assertThat(first.status()).as(first.toString()).isEqualTo(201);
    assertThat(second.status()).as(second.toString()).isEqualTo(201);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(rows(person)).isOne();
  }

  @Test
  void refusesTheKeyForAnotherBody() {
    var key = UUID.randomUUID().toString();
    register(clinic.people().next(), key);
    var other = clinic.people().next();
    var refused = register(other, key);
    assertThat(refused.status()).as(refused.toString()).isIn(409, 422);
    assertThat(refused.code()).isEqualTo("idempotency-key-reused");
    assertThat(rows(other)).isZero();
  }

  @Test
  void doesTheWorkAgainAfterARefusalWithTheSameKey() {
    var key = UUID.randomUUID().toString();
    var known = clinic.people().complete();
    clinic.registered(known);
    var twin = clinic.people().next().withNationalId(known.nationalId());
    assertThat(register(twin, key).status()).isEqualTo(409);
    assertThat(register(twin, key).status()).isEqualTo(409);
    assertThat(rows(twin)).isZero();
  }

  @Test
  void keepsTheKeysOfTwoPersonsApart() {
    var key = UUID.randomUUID().toString();
    var mine = register(clinic.people().next(), key);
    var hers =
        clinic
            .as("nurse")
            .with("Idempotency-Key", key)
            .post("/patients", clinic.people().next().registration());
    assertThat(mine.status()).isEqualTo(201);
    assertThat(hers.status()).as(hers.toString()).isEqualTo(201);
    assertThat(hers.id()).isNotEqualTo(mine.id());
  }

  @Test
  void refusesAKeyThatIsTooShort() {
    var refused = register(clinic.people().next(), "abc");
    assertThat(refused.status()).as(refused.toString()).isIn(400, 422);
  }

  private static Reply register(Person person, String key) {
    return clinic
        .as("receptionist")
        .with("Idempotency-Key", key)
        .post("/patients", person.registration());
  }

  private static long rows(Person person) {
    return Shared.server()
        .owner()
        .number(
            "select count(*) from medflow.patient where lower(last_name) = lower(?)",
            person.lastName());
  }
}
