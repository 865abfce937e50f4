package org.medflow.patient.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medflow.patient.boundary.TimelineEntry;
import org.medflow.platform.web.Words;

class EventWordsTest {

  private final EventWords tell = new EventWords();

  @BeforeEach
  void speakFrench() {
    tell.words =
        new Words() {
          @Override
          public Locale locale() {
            return Locale.FRENCH;
          }
        };
  }

  @Test
  void tellsARegistrationWithItsNumber() {
    assertThat(tell.title(event("patient.timeline.registered", "PAT000123")))
        .isEqualTo("Inscription sous le nº PAT000123");
  }

  @Test
  void namesChangedFieldsInWords() {
    assertThat(tell.title(event("patient.timeline.amended", "phones,address")))
        .isEqualTo("Modification\u00a0: téléphones, adresse");
  }

  @Test
  void tellsAnAppointmentWithWhatIsKnownOfIt() {
    var key = "patient.timeline.appointment.completed-unknown";
    assertThat(tell.title(appointment(key, "Contrôle", "", "Box 2")))
        .isEqualTo("Rendez-vous passé, issue inconnue — Contrôle · Box 2");
    assertThat(tell.title(appointment(key, "", "", "")))
        .isEqualTo("Rendez-vous passé, issue inconnue");
    assertThat(tell.icon("appointment")).isEqualTo("pi-calendar");
  }

  private static TimelineEntry appointment(String key, String... about) {
    return new TimelineEntry(Instant.EPOCH, "appointment", key, List.of(about), null, null);
  }

  @Test
  void saysThatSomethingHappenedWhenItHasNoWordsForIt() {
    assertThat(tell.title(event("laser.timeline.fired", "x"))).isEqualTo("Événement du dossier");
    assertThat(tell.icon("laser")).isEqualTo("pi-circle");
  }

  private static TimelineEntry event(String key, String argument) {
    return new TimelineEntry(Instant.EPOCH, "k", key, List.of(argument), null, null);
  }
}
