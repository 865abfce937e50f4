package org.medflow.legacy.entity;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Columns of the table Patients of the LV database (spec legacy.md 1.12). The database spells them
 * with accents, the CSV export without, and people who export by hand in other ways.
 */
public enum LvColumn {
  NUM_FICHE("NumFiche", true, "numerofiche", "nofiche", "nfiche", "fiche"),
  NOMS("Noms", true, "nom"),
  POSTNOM("Postnom", false, "postnoms"),
  PRENOM("Prenom", true, "prenoms"),
  SEXE("Sexe", true, "genre"),
  NAISSANCE("Naissance", true, "datenaissance", "datedenaissance"),
  ETAT_CIVIL("EtatCivil", false),
  NATIONALITE("Nationalite", false),
  CONVENTION("Convention", false),
  CODE("Code", false),
  PROFESSION("Profession", false),
  AVENUE("Avenue", false, "adresse"),
  QUARTIER("Quartier", false),
  COMMUNE("Commune", false),
  VILLE("Ville", false),
  TELEPHONE("Telephone", false, "telephones", "tel"),
  MESSAGERIE("Messagerie", false, "email", "mail");

  private final String header;
  private final boolean mandatory;
  private final List<String> others;

  LvColumn(String header, boolean mandatory, String... others) {
    this.header = header;
    this.mandatory = mandatory;
    this.others = List.of(others);
  }

  /** The name as the export spells it. */
  public String header() {
    return header;
  }

  public boolean mandatory() {
    return mandatory;
  }

  /** The column that a header cell names, whatever its accents, case and spaces. */
  public static Optional<LvColumn> named(String cell) {
    var plain = plain(cell);
    return Arrays.stream(values())
        .filter(column -> plain(column.header).equals(plain) || column.others.contains(plain))
        .findFirst();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("[^\\p{Alnum}]", "")
        .toLowerCase(Locale.ROOT);
  }
}
