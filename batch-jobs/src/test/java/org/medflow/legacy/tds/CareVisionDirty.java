package org.medflow.legacy.tds;

import static org.medflow.legacy.entity.LegacyTable.AG_RDV;
import static org.medflow.legacy.entity.LegacyTable.COMMANDE;
import static org.medflow.legacy.entity.LegacyTable.CONSULTATION;
import static org.medflow.legacy.entity.LegacyTable.DETAIL_COMMANDE;
import static org.medflow.legacy.entity.LegacyTable.FACTURE;
import static org.medflow.legacy.entity.LegacyTable.PATIENTS;
import static org.medflow.legacy.entity.LegacyTable.PHOTOS;
import static org.medflow.legacy.entity.LegacyTable.REFRACTION;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.medflow.legacy.entity.LegacyTable;

/** The invented rows that the specification names, clean and dirty (legacy.md 1.14). */
final class CareVisionDirty {

  static final String PATIENT = "90001A01";
  static final String NOBODY = "99999Z99";

  private static final LocalDateTime DAY = LocalDateTime.of(2019, 3, 4, 0, 0);

  private CareVisionDirty() {}

  static List<CareVisionRow> rows(LegacyTable table) {
    return switch (table) {
      case PATIENTS -> List.of(patient());
      case AG_RDV -> appointments();
      case CONSULTATION -> List.of(consultation());
      case REFRACTION -> List.of(refraction());
      case FACTURE -> invoices();
      case COMMANDE -> orders();
      case DETAIL_COMMANDE -> lines();
      case PHOTOS -> photos();
      default -> List.of();
    };
  }

  private static CareVisionRow patient() {
    return CareVisionRow.of(
            PATIENTS, "CodePatient", PATIENT, "Nom", "TESTEUR", "Prenom", "Alpha", "Sexe", "F")
        .with("DateNaissance", LocalDateTime.of(1961, 4, 12, 0, 0))
        .with("Telephone", "0810000001/0990000002")
        .with("Ville", "Kinshasa")
        .with("datecreation", DAY);
  }

  private static List<CareVisionRow> appointments() {
    return List.of(
        CareVisionRow.of(AG_RDV, "id", 1, "numclient", PATIENT, "daterdv", DAY, "heurerdv", "08:30")
            .with("duree", 20)
            .with("motif", "Contrôle tension")
            .with("status", "TERMINE")
            .with("medecin", "Dr Exemple")
            .with("typerdv", "suivi")
            .with("salle", "Box 2")
            .with("rappel", true),
        CareVisionRow.of(AG_RDV, "id", 2, "numclient", NOBODY, "heurerdv", "", "status", "absent"));
  }

  private static CareVisionRow consultation() {
    return CareVisionRow.of(
            CONSULTATION, "Numconsultation", "C-1", "numclient", PATIENT, "dateconsultation", DAY)
        .with("medecin", "Dr Exemple")
        .with(
            "REFRACTION",
            "A/R OD : Sph : -2.50, Cyl : -0.75, Axe : 180 / OG : Sph : -2.25, Cyl : -0.50,"
                + " Axe : 10")
        .with("LUNETTES", "Progressifs Add 2 00")
        .with("Observation", "Glaucome suspect, l''excavation 0,6")
        .with("DOMINANTE", "OD")
        .with("TOD", "22")
        .with("TOG", "19,5");
  }

  private static CareVisionRow refraction() {
    return CareVisionRow.of(
            REFRACTION, "id", 1, "Numconsultation", "C-1", "numclient", PATIENT, "dateref", DAY)
        .with("SphOD", "-2,50")
        .with("CylOD", "-0,75")
        .with("AxeOD", "180°")
        .with("AddOD", "2,00")
        .with("AVDL", "10/10")
        .with("AVDP", "P2");
  }

  private static List<CareVisionRow> invoices() {
    return List.of(
        invoice("F-1", 60_000, 40_000, 20_000)
            .with("etat", "PARTIEL")
            .with("modepaiement", "ESPECES")
            .with("numconsultation", "C-1")
            .with("numcommande", "CMD-1"),
        invoice("F-2", -5_000, 0, -5_000).with("etat", "EMISE"),
        invoice("F-3", 30_000, 10_000, 20_000).with("etat", "ANNULE"),
        invoice("F-4", 15_000, 15_000, 0).with("etat", ""));
  }

  private static CareVisionRow invoice(String key, long total, long paid, long due) {
    return CareVisionRow.of(FACTURE, "numfacture", key, "numclient", PATIENT, "datefacture", DAY)
        .with("montant", francs(total))
        .with("montantpaye", francs(paid))
        .with("resteapayer", francs(due));
  }

  private static List<CareVisionRow> orders() {
    return List.of(
        order("CMD-1", "OPTIQUE", "LIVREE")
            .with("montant", francs(60_000))
            .with("montantpaye", francs(40_000))
            .with("resteapayer", francs(20_000))
            .with("numfacture", "F-1"),
        order("CMD-2", "LENTILLES", "EN_COURS"),
        order("CMD-3", "PHARMACIE", null));
  }

  private static CareVisionRow order(String key, String type, String state) {
    return CareVisionRow.of(COMMANDE, "numcommande", key, "numclient", PATIENT, "datecommande", DAY)
        .with("typecommande", type)
        .with("etat", state);
  }

  private static List<CareVisionRow> lines() {
    return List.of(
        line(1, "VR01", "Verre progressif 1.60")
            .with("oeil", "OD")
            .with("sphere", "-2,50")
            .with("cylindre", "-0,75")
            .with("axe", "180")
            .with("addition", "2,00"),
        line(2, "VR01", "Verre progressif 1.60").with("oeil", "OG"),
        line(3, "MT12", "Monture acétate"),
        line(4, "TR02", "Traitement antireflet"));
  }

  private static CareVisionRow line(int number, String code, String name) {
    return CareVisionRow.of(
            DETAIL_COMMANDE, "id", number, "numcommande", "CMD-1", "numlignecommande", number)
        .with("codeproduit", code)
        .with("designation", name)
        .with("quantite", 1)
        .with("prixunitaire", francs(15_000))
        .with("montant", francs(15_000));
  }

  private static List<CareVisionRow> photos() {
    return List.of(
        photo(1, "90001A01_OD_1.JPG")
            .with("datephoto", DAY)
            .with("typephoto", "RETINO")
            .with("extension", ".jpg")
            .with("oeil", "OD"),
        photo(2, "img_G_02.bmp").with("datephoto", DAY),
        photo(3, "90001A01_3.jpg").with("typephoto", "RETINO"));
  }

  private static CareVisionRow photo(int id, String file) {
    return CareVisionRow.of(PHOTOS, "id", id, "numclient", PATIENT, "nomfichier", file);
  }

  static BigDecimal francs(long whole) {
    return BigDecimal.valueOf(whole).setScale(2);
  }
}
