package org.medflow.legacy.entity;

import java.util.List;

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

  LegacyColumn asColumn() {
    var kind = this == NAISSANCE ? LegacyColumn.Kind.DAY : LegacyColumn.Kind.TEXT;
    return new LegacyColumn(header, kind, mandatory, others);
  }
}
