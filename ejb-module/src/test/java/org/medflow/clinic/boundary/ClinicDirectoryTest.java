package org.medflow.clinic.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.clinic.control.ClinicRepository;
import org.medflow.clinic.entity.Clinic;
import org.medflow.platform.Ids;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.security.Actor;
import org.medflow.platform.security.AuditSink;

class ClinicDirectoryTest {

  /** The clinics; the unique code is the database's doing. */
  private static final class Table extends ClinicRepository {

    private final Map<UUID, Clinic> clinics = new LinkedHashMap<>();

    @Override
    public Clinic add(Clinic clinic) {
      if (byCode(clinic.address().code()).isPresent()) {
        throw new PersistenceException(
            new SQLException("unique constraint \"clinic_code_uk\"", "23505"));
      }
      clinics.put(clinic.id(), clinic);
      return clinic;
    }

    @Override
    public Optional<Clinic> byId(UUID id) {
      return Optional.ofNullable(clinics.get(id));
    }

    @Override
    public Optional<Clinic> byCode(String code) {
      return all().stream().filter(clinic -> clinic.address().code().equals(code)).findFirst();
    }

    @Override
    public List<Clinic> named(Collection<UUID> ids) {
      return all().stream().filter(clinic -> ids.contains(clinic.id())).toList();
    }

    @Override
    public List<Clinic> all() {
      return List.copyOf(clinics.values());
    }
  }

  private final List<String> audited = new ArrayList<>();
  private final ClinicDirectory directory = new ClinicDirectory();

  @BeforeEach
  void wire() {
    directory.clinics = new Table();
    directory.clock = Clock.systemUTC();
    directory.audit =
        new AuditSink() {
          @Override
          public void wrote(String action, String entity, UUID id) {
            audited.add(action + " " + entity);
          }

          @Override
          public void wrote(String action, String entity, UUID id, String reason) {
            wrote(action, entity, id);
          }

          @Override
          public void refused(Actor actor, String call) {
            throw new AssertionError("nothing is refused here");
          }
        };
  }

  private static OpenClinic kinshasa() {
    return new OpenClinic("KIN", " Clinique de Gombe ", " Kinshasa ", "Africa/Kinshasa");
  }

  @Test
  void opensAClinicAndWritesItDown() {
    var opened = directory.open(kinshasa());
    assertThat(opened.name()).isEqualTo("Clinique de Gombe");
    assertThat(opened.city()).isEqualTo("Kinshasa");
    assertThat(audited).containsExactly("clinic.open clinic");
    assertThat(directory.get(opened.id())).isEqualTo(opened);
  }

  @Test
  void refusesATakenCodeWithItsOwnSentence() {
    directory.openFirst(kinshasa());
    assertThatThrownBy(() -> directory.open(kinshasa()))
        .isInstanceOf(Conflict.class)
        .hasMessage("clinic-code-taken");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "kin, Clinique, Kinshasa, Africa/Kinshasa, code",
        "K, Clinique, Kinshasa, Africa/Kinshasa, code",
        "-, Clinique, Kinshasa, Africa/Kinshasa, code",
        "KIN, ' ', Kinshasa, Africa/Kinshasa, name",
        "KIN, Clinique, -, Africa/Kinshasa, city",
        "KIN, Clinique, Kinshasa, Africa/Nowhere, timeZone",
        "KIN, Clinique, Kinshasa, -, timeZone"
      })
  void namesTheFieldThatIsWrong(String code, String name, String city, String zone, String field) {
    assertThatThrownBy(() -> directory.open(new OpenClinic(code, name, city, zone)))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.fields().get(0).field()).isEqualTo(field));
    assertThat(audited).isEmpty();
  }

  @Test
  void refusesNoClinicAtAll() {
    assertThatThrownBy(() -> directory.open(null)).isInstanceOf(Invalid.class);
  }

  @Test
  void findsByCodeAndByIds() {
    var opened = directory.open(kinshasa());
    assertThat(directory.byCode("KIN")).contains(opened);
    assertThat(directory.byCode("LUB")).isEmpty();
    assertThat(directory.named(List.of(opened.id(), Ids.next()))).containsExactly(opened);
    assertThat(directory.all()).containsExactly(opened);
  }

  @Test
  void doesNotFindWhatIsNotThere() {
    assertThatThrownBy(() -> directory.get(Ids.next())).isInstanceOf(NotFound.class);
  }
}
