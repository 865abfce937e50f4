package org.medflow.legacy.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.medflow.legacy.entity.LegacyColumn.Kind;

/**
 * Tables of older systems, in the order in which they are brought in (spec legacy.md 1.12, 1.14,
 * 1.15). A column is written as {@code name:kind}; {@code !} marks the key and what rows cannot be
 * read without. Kinds: t text, n number, s sum, d date and time, b date of a person's life.
 */
public enum LegacyTable {
  LV_PATIENTS("lv", "LV_Patients", lvColumns()),
  PATIENTS(
      "carevision",
      "Patients",
      """
      CodePatient!:t Nom!:t Prenom:t DateNaissance:b Sexe:t Telephone:t Adresse:t Ville:t Email:t
      Profession:t Convention:t Matricule:t datecreation:t datemodification:t
      """),
  CONSULTATION(
      "carevision",
      "Consultation",
      """
      Numconsultation!:t numclient!:t dateconsultation:d medecin:t REFRACTION:t LUNETTES:t
      Observation:t DOMINANTE:t Ordonnance:t Ordonnance2:t TOD:t TOG:t
      """),
  REFRACTION(
      "carevision",
      "tREFRACTION",
      """
      id!:n Numconsultation:t numclient!:t dateref:d SphOD:t CylOD:t AxeOD:t AddOD:t AVDL:t AVDP:t
      SphOG:t CylOG:t AxeOG:t AddOG:t AVGL:t AVGP:t
      """),
  AG_RDV(
      "carevision",
      "Ag_Rdv",
      """
      id!:n numclient!:t daterdv!:d heurerdv:t duree:s motif:t status:t medecin:t note:t typerdv:t
      salle:t rappel:t datecreation:t datemodification:t createdby:t modifiedby:t
      """),
  COMMANDE(
      "carevision",
      "Commande",
      """
      numcommande!:t numclient!:t datecommande:d datelivraison:t typecommande:t montant:s
      montantpaye:s resteapayer:s etat:t observations:t medecin:t ordonnance:t numfacture:t
      datecreation:t datemodification:t createdby:t modifiedby:t
      """),
  DETAIL_COMMANDE(
      "carevision",
      "DetailCommande",
      """
      id!:n numcommande!:t numlignecommande:n codeproduit:t designation:t quantite:n
      prixunitaire:n montant:s remise:s oeil:t sphere:t cylindre:t axe:t addition:t observations:t
      datecreation:t datemodification:t
      """),
  FACTURE(
      "carevision",
      "Facture",
      """
      numfacture!:t numclient!:t datefacture:d montant:s montantpaye:s resteapayer:s etat:t
      observations:t modepaiement:t numconsultation:t numcommande:t datecreation:t
      datemodification:t createdby:t modifiedby:t
      """),
  TCORESPON(
      "carevision",
      "TCorespon",
      """
      id!:n numclient!:t datecourrier:d typecourrier:t destinataire:t expediteur:t objet:t contenu:t
      medecin:t numconsultation:t numcorrespondant:n etat:t observations:t datecreation:t
      datemodification:t createdby:t modifiedby:t
      """),
  COURRIERTEXTE(
      "carevision",
      "Courriertexte",
      "id!:n titre:t texte:t type:t datecreation:t datemodification:t"),
  MAQUETTES("carevision", "Maquettes", "id!:n nom:t contenu:t type:t description:t"),
  PHOTOS(
      "carevision",
      "Photos",
      """
      id!:n numclient!:t numconsultation:t datephoto:d typephoto:t nomfichier:t cheminphoto:t
      extension:t taille:s oeil:t observations:t appareil:t medecin:t datecreation:t
      datemodification:t
      """);

  private final String system;
  private final String title;
  private final List<LegacyColumn> columns;

  LegacyTable(String system, String title, List<LegacyColumn> columns) {
    this.system = system;
    this.title = title;
    this.columns = columns;
  }

  LegacyTable(String system, String title, String columns) {
    this(system, title, Arrays.stream(columns.strip().split("\\s+")).map(LegacyTable::of).toList());
  }

  /** The older system: {@code lv} or {@code carevision}. */
  public String system() {
    return system;
  }

  /** The name at the source, and in everything that is shown. */
  public String title() {
    return title;
  }

  public List<LegacyColumn> columns() {
    return columns;
  }

  /** The column that a row is known by; reading goes on after a value of it. */
  public LegacyColumn key() {
    return columns.get(0);
  }

  public Stream<LegacyColumn> of(Kind kind) {
    return columns.stream().filter(column -> column.kind() == kind);
  }

  /** The column that a header names, whatever its accents, case and blanks. */
  public Optional<LegacyColumn> column(String header) {
    return columns.stream().filter(column -> column.named(header)).findFirst();
  }

  public static Optional<LegacyTable> titled(String title) {
    return Arrays.stream(values()).filter(table -> table.title.equalsIgnoreCase(title)).findFirst();
  }

  public static List<LegacyTable> ofSystem(String system) {
    return Arrays.stream(values()).filter(table -> table.system.equals(system)).toList();
  }

  private static LegacyColumn of(String text) {
    var parts = text.split(":");
    var name = parts[0].replace("!", "");
    return new LegacyColumn(name, kind(parts[1]), parts[0].endsWith("!"), List.of());
  }

  private static Kind kind(String letter) {
    return switch (letter) {
      case "t" -> Kind.TEXT;
      case "n" -> Kind.NUMBER;
      case "s" -> Kind.SUM;
      case "d" -> Kind.DATE;
      case "b" -> Kind.DAY;
      default -> throw new IllegalArgumentException(letter.toLowerCase(Locale.ROOT));
    };
  }

  private static List<LegacyColumn> lvColumns() {
    return Arrays.stream(LvColumn.values()).map(LvColumn::asColumn).toList();
  }
}
