package org.medflow.legacy.tds;

import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.COMMANDE;
import static org.medflow.legacy.entity.LegacyTable.CONSULTATION;
import static org.medflow.legacy.entity.LegacyTable.DETAIL_COMMANDE;
import static org.medflow.legacy.entity.LegacyTable.FACTURE;
import static org.medflow.legacy.entity.LegacyTable.PHOTOS;
import static org.medflow.legacy.entity.LegacyTable.REFRACTION;
import static org.medflow.legacy.entity.LegacyTable.TCORESPON;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.medflow.legacy.entity.LegacyTable;

/** Invented rows in numbers; the seed fixes each of them. */
final class CareVisionBulk {

  static final int FIRST_ID = 11;
  static final LocalDateTime CROWDED = LocalDateTime.of(2019, 6, 17, 0, 0);

  private static final int SHARED = 48;
  private static final int ORPHAN_EVERY = 97;
  private static final List<String> DOCTORS =
      List.of("Dr Exemple", "dr EXEMPLE", "Dr. Modèle", "Mme l'Orthoptiste", "Démonstration", "");
  private static final List<String> STATES =
      List.of(
          "TERMINE",
          "TERMINE",
          "PLANIFIE",
          "CONFIRME",
          "ARRIVE",
          "EN_COURS",
          "ANNULE",
          "NO_SHOW",
          "ABSENT",
          "Terminé ",
          "REPORTE",
          "");
  private static final List<String> TYPES =
      List.of(
          "consultation",
          "Contrôle",
          "suivi",
          "urgence",
          "réfraction",
          "chirurgie",
          "IVT",
          "laser",
          "champ_visuel",
          "OCT",
          "bilan d''été",
          "");
  private static final List<String> HOURS =
      List.of("08:30", "9:15", "10h45", "14:00", "", "16:05", "11H20", "matin");

  private final Random random;
  private final CareVisionSample.Size size;

  CareVisionBulk(long seed, CareVisionSample.Size size) {
    this.random = new Random(seed);
    this.size = size;
  }

  List<CareVisionRow> rows(LegacyTable table) {
    return switch (table) {
      case PATIENTS -> CareVisionPeople.some(size.patients());
      case AG_RDV -> many(size.appointments(), this::appointment);
      case CONSULTATION -> many(size.others(), this::consultation);
      case REFRACTION -> many(size.others(), this::refraction);
      case COMMANDE -> many(size.others(), this::order);
      case DETAIL_COMMANDE -> many(2 * size.others(), this::line);
      case FACTURE -> many(size.others(), this::invoice);
      case TCORESPON -> many(size.others(), this::letter);
      case PHOTOS -> many(size.others(), this::photo);
      case COURRIERTEXTE, MAQUETTES -> CareVisionTemplates.rows(table);
      default -> List.of();
    };
  }

  private CareVisionRow appointment(int i) {
    var day = i < SHARED ? CROWDED : day();
    return CareVisionRow.of(AG_RDV, "id", FIRST_ID + i, "numclient", patient(i), "daterdv", day)
        .with("heurerdv", one(HOURS))
        .with("duree", i % 5 == 0 ? null : 10 + 5 * random.nextInt(6))
        .with("motif", i % 4 == 0 ? null : "Baisse d''acuité, œil " + (i % 2 == 0 ? "D" : "G"))
        .with("status", one(STATES))
        .with("medecin", one(DOCTORS))
        .with("note", i % 7 == 0 ? "Vu à jeun ; \"à revoir\",\nsi besoin" : null)
        .with("typerdv", one(TYPES))
        .with("salle", i % 3 == 0 ? "Salle d''attente" : "Box 1")
        .with("rappel", i % 6 == 0 ? null : random.nextBoolean())
        .with("datecreation", day.minusDays(9).withHour(9))
        .with("datemodification", day.withHour(17).withMinute(45).withSecond(i % 60))
        .with("createdby", "accueil")
        .with("modifiedby", i % 2 == 0 ? "médecin" : null);
  }

  private CareVisionRow consultation(int i) {
    return CareVisionRow.of(
            CONSULTATION, "Numconsultation", "C-" + (FIRST_ID + i), "numclient", patient(i))
        .with("dateconsultation", day().withHour(9))
        .with("medecin", one(DOCTORS))
        .with("REFRACTION", "A/R OD : Sph : %s / OG : Sph : %s".formatted(power(), power()))
        .with("Observation", "Fond d''œil : papille à bords nets – %d".formatted(i))
        .with("Ordonnance", i % 3 == 0 ? "Collyre, 1 goutte × 2/j\r\npendant 10 j" : null)
        .with("TOD", String.valueOf(12 + random.nextInt(12)))
        .with("TOG", random.nextInt(10, 24) + ",5");
  }

  private CareVisionRow refraction(int i) {
    return CareVisionRow.of(
            REFRACTION, "id", FIRST_ID + i, "Numconsultation", "C-" + (FIRST_ID + i))
        .with("numclient", patient(i))
        .with("dateref", day())
        .with("SphOD", power())
        .with("CylOD", i % 2 == 0 ? "-0 75" : "plan")
        .with("AxeOD", random.nextInt(181) + "°")
        .with("AVDL", i % 9 == 0 ? "CLD" : "10/10")
        .with("AVDP", "P2")
        .with("SphOG", power())
        .with("AVGL", "8/10")
        .with("AVGP", "P3");
  }

  private CareVisionRow order(int i) {
    long total = 1_000L * random.nextInt(5, 200);
    return CareVisionRow.of(
            COMMANDE, "numcommande", "CMD-" + (FIRST_ID + i), "numclient", patient(i))
        .with("datecommande", day())
        .with("typecommande", i % 3 == 0 ? "LENTILLES" : "OPTIQUE")
        .with("montant", CareVisionDirty.francs(total))
        .with("montantpaye", CareVisionDirty.francs(total))
        .with("resteapayer", CareVisionDirty.francs(0))
        .with("etat", i % 4 == 0 ? "EN_COURS" : "LIVREE")
        .with("medecin", one(DOCTORS));
  }

  private CareVisionRow line(int i) {
    return CareVisionRow.of(
            DETAIL_COMMANDE, "id", FIRST_ID + i, "numcommande", "CMD-" + (FIRST_ID + i / 2))
        .with("numlignecommande", 1 + i % 2)
        .with("codeproduit", "VR%02d".formatted(1 + i % 20))
        .with("designation", "Verre unifocal")
        .with("quantite", 1)
        .with("prixunitaire", CareVisionDirty.francs(12_500))
        .with("montant", CareVisionDirty.francs(12_500))
        .with("oeil", i % 2 == 0 ? "OD" : "OG")
        .with("sphere", power());
  }

  private CareVisionRow invoice(int i) {
    long total = 500L * random.nextInt(10, 300);
    long paid = i % 3 == 0 ? total / 2 : total;
    return CareVisionRow.of(FACTURE, "numfacture", "F-" + (FIRST_ID + i), "numclient", patient(i))
        .with("datefacture", day())
        .with("montant", CareVisionDirty.francs(total))
        .with("montantpaye", CareVisionDirty.francs(paid))
        .with("resteapayer", CareVisionDirty.francs(total - paid))
        .with("etat", paid == total ? "PAYEE" : "PARTIEL")
        .with("modepaiement", i % 5 == 0 ? "Chèque" : "ESPECES")
        .with("observations", i % 8 == 0 ? "Réglé par l''employeur" : null);
  }

  private CareVisionRow letter(int i) {
    return CareVisionRow.of(TCORESPON, "id", FIRST_ID + i, "numclient", patient(i))
        .with("datecourrier", day())
        .with("typecourrier", i % 3 == 0 ? "CERTIFICAT" : "LETTRE")
        .with("destinataire", "Confrère de l''hôpital")
        .with("objet", "Compte rendu n° " + i)
        .with("contenu", "Cher confrère,\r\nl''examen du jour est rassurant.\r\n" + "…".repeat(i))
        .with("medecin", one(DOCTORS))
        .with("numcorrespondant", 1 + i % 7)
        .with("etat", i % 2 == 0 ? "ENVOYE" : "BROUILLON");
  }

  private CareVisionRow photo(int i) {
    var file = "%s_%s_%d.JPG".formatted(patient(i), i % 2 == 0 ? "OD" : "OG", i);
    return CareVisionRow.of(PHOTOS, "id", FIRST_ID + i, "numclient", patient(i))
        .with("datephoto", i % 11 == 0 ? null : day())
        .with("typephoto", i % 4 == 0 ? "OCT" : "RETINO")
        .with("nomfichier", file)
        .with("cheminphoto", "\\\\serveur\\photos\\" + file)
        .with("extension", ".jpg")
        .with("taille", 3_000_000_000L + i)
        .with("oeil", i % 2 == 0 ? "OD" : "OG");
  }

  private static List<CareVisionRow> many(int count, IntFunction<CareVisionRow> made) {
    var rows = new ArrayList<CareVisionRow>();
    for (int i = 0; i < count; i++) {
      rows.add(made.apply(i));
    }
    return rows;
  }

  /** One of the patients, or once in a while somebody who is not among them. */
  private String patient(int i) {
    return i % ORPHAN_EVERY == ORPHAN_EVERY - 1 || size.patients() == 0
        ? "%05dZ99".formatted(99_000 + i % 999)
        : CareVisionPeople.key(i * 7 % size.patients());
  }

  private LocalDateTime day() {
    return LocalDate.of(2015, 1, 5).plusDays(random.nextInt(2_400)).atStartOfDay();
  }

  private String power() {
    return "%+.2f".formatted(random.nextInt(-24, 17) / 4.0).replace('.', ',');
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
