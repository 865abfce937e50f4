package org.medflow.legacy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.medflow.patient.InventedNames;
import org.medflow.patient.InventedNames.Full;

/**
 * An export of CareVision of any size, Patients.csv and Ag_Rdv.csv, with one row in fifty that must
 * be set aside. Seed, keys and sizes fix every byte.
 */
final class InventedExport {

  static final int SPOILT_EVERY = 50;

  private static final int KINDS = 4;
  private static final int SPOILT = 7;
  private static final int NO_KEY = 1;
  private static final int NO_ID = 0;
  private static final int DAYS = 33_000;
  private static final String TOO_LONG = "MBUYI".repeat(20);
  private static final List<String> STATES =
      List.of("TERMINE", "TERMINE", "PLANIFIE", "CONFIRME", "ANNULE", "NO_SHOW");
  private static final List<String> TYPES =
      List.of("consultation", "Contrôle", "suivi", "urgence", "réfraction", "OCT", "laser");

  private final Keys keys;
  private final long seed;

  /**
   * What nobody else on the server may use.
   *
   * @param prefix of every patient's number
   * @param firstId of the appointments
   */
  record Keys(String prefix, long firstId) {
    String patient(int i) {
      return "%s-%07d".formatted(prefix, i);
    }

    String appointment(int i) {
      return Long.toString(firstId + i);
    }
  }

  InventedExport(Keys keys, long seed) {
    this.keys = keys;
    this.seed = seed;
  }

  /** Whether the row at this place, a patient's or an appointment's, cannot be taken. */
  static boolean spoilt(int i) {
    return i % SPOILT_EVERY == SPOILT;
  }

  /** Whether the row at this place has no number. */
  static boolean keyless(int i, boolean patient) {
    return spoilt(i) && kind(i) == (patient ? NO_KEY : NO_ID);
  }

  private static int kind(int i) {
    return i / SPOILT_EVERY % KINDS;
  }

  Keys keys() {
    return keys;
  }

  /** Writes both files into a folder. */
  void write(Path folder, int patients, int appointments) {
    try {
      Files.createDirectories(folder);
      try (var out = Files.newBufferedWriter(folder.resolve("Patients.csv"))) {
        patients(out, patients);
      }
      try (var out = Files.newBufferedWriter(folder.resolve("Ag_Rdv.csv"))) {
        appointments(out, appointments, patients);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void patients(BufferedWriter out, int count) throws IOException {
    out.write("CodePatient,Nom,Prenom,DateNaissance,Sexe,Telephone,Adresse,Ville,Convention\r\n");
    var names = new InventedNames(seed);
    var random = new Random(seed);
    var before = new Someone(names.next(), "");
    for (int i = 0; i < count; i++) {
      var one = new Someone(names.next(), birth(random));
      out.write(spoilt(i) ? spoiltPatient(i, one, before) : patient(keys.patient(i), one, i));
      before = one;
    }
  }

  private record Someone(Full name, String birth) {
    String family() {
      return name.last() + " " + name.post();
    }
  }

  private static String birth(Random random) {
    var day = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(DAYS));
    return random.nextInt(20) == 0 ? "" : day.toString();
  }

  private static String patient(String key, Someone who, int i) {
    return patient(key, who.family(), who.name().first(), who.birth(), i);
  }

  private static String patient(String key, String family, String first, String birth, int i) {
    return String.join(
        ",",
        key,
        family,
        first,
        birth,
        i % 2 == 0 ? "F" : "M",
        i % 9 == 0 ? "" : "08%d%07d".formatted(1 + i / 10_000_000 % 9, i % 10_000_000),
        "Av. de l''Essai " + i % 900,
        "Kinshasa",
        i % 4 == 0 ? "SOCIETE EXEMPLE\r\n" : "[Patient Privé]\r\n");
  }

  private String spoiltPatient(int i, Someone who, Someone before) {
    return switch (kind(i)) {
      case 0 -> patient(keys.patient(i), "", "", who.birth(), i);
      case NO_KEY -> patient("", who, i);
      case 2 -> patient(keys.patient(i), before, i);
      default -> patient(keys.patient(i), TOO_LONG, who.name().first(), who.birth(), i);
    };
  }

  private void appointments(BufferedWriter out, int count, int patients) throws IOException {
    out.write("id,numclient,daterdv,heurerdv,duree,motif,status,medecin,typerdv,salle,rappel\r\n");
    var random = new Random(seed + 1);
    for (int i = 0; i < count; i++) {
      out.write(appointment(i, sound(random.nextInt(patients), patients), random));
    }
  }

  /** Somebody who came in; who looks like somebody before her did not. */
  private static int sound(int i, int patients) {
    return spoilt(i) ? (i + 1) % patients : i;
  }

  private String appointment(int i, int patient, Random random) {
    int kind = spoilt(i) ? kind(i) : -1;
    var day = LocalDate.of(2012, 1, 2).plusDays(random.nextInt(6_000)).toString();
    return String.join(
        ",",
        kind == NO_ID ? "" : keys.appointment(i),
        kind == 1 || kind == 2 ? keys.prefix() + "-X" + i : keys.patient(patient),
        kind == 3 ? "2018-02-30" : day,
        "%02d:%02d".formatted(8 + random.nextInt(9), 5 * random.nextInt(12)),
        String.valueOf(10 + 5 * random.nextInt(6)),
        "Rendez-vous n° " + keys.appointment(i),
        STATES.get(random.nextInt(STATES.size())),
        "Dr Exemple " + (char) ('A' + random.nextInt(20)),
        TYPES.get(random.nextInt(TYPES.size())),
        "Box " + (1 + i % 6),
        "%d\r\n".formatted(i % 2));
  }
}
