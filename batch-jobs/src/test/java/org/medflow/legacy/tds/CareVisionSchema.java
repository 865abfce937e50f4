package org.medflow.legacy.tds;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.medflow.legacy.entity.LegacyTable;

/** The reference schema of CareVision (spec legacy.md 1.14): no foreign keys, so orphans can be. */
public final class CareVisionSchema {

  private static final String TABLES =
      """
      CREATE TABLE Patients(CodePatient varchar(20) NOT NULL PRIMARY KEY, Nom nvarchar(100),
       Prenom nvarchar(100), DateNaissance datetime NULL, Sexe char(1), Telephone varchar(60),
       Adresse nvarchar(255), Ville nvarchar(80), Email varchar(120), Profession nvarchar(80),
       Convention nvarchar(120), Matricule varchar(40), @A2);
      CREATE TABLE Ag_Rdv(id int IDENTITY PRIMARY KEY, numclient varchar(20), daterdv datetime,
       heurerdv varchar(5), duree int, motif nvarchar(255), status varchar(20),
       medecin nvarchar(100), note nvarchar(max), typerdv varchar(50), salle varchar(50),
       rappel bit, @A4);
      CREATE TABLE Consultation(Numconsultation varchar(30) PRIMARY KEY, numclient varchar(20),
       dateconsultation datetime, medecin nvarchar(100), REFRACTION text, LUNETTES text,
       Observation text, DOMINANTE varchar(10), Ordonnance text, Ordonnance2 text, TOD varchar(10),
       TOG varchar(10));
      CREATE TABLE tREFRACTION(id int IDENTITY PRIMARY KEY, Numconsultation varchar(30),
       numclient varchar(20), dateref datetime, SphOD varchar(10), CylOD varchar(10),
       AxeOD varchar(10), AddOD varchar(10), AVDL varchar(20), AVDP varchar(20), SphOG varchar(10),
       CylOG varchar(10), AxeOG varchar(10), AddOG varchar(10), AVGL varchar(20), AVGP varchar(20));
      CREATE TABLE Facture(numfacture varchar(30) PRIMARY KEY, numclient varchar(20),
       datefacture datetime, montant decimal(18,2), montantpaye decimal(18,2),
       resteapayer decimal(18,2), etat varchar(20), observations nvarchar(max),
       modepaiement varchar(30), numconsultation varchar(30), numcommande varchar(30), @A4);
      CREATE TABLE Commande(numcommande varchar(30) PRIMARY KEY, numclient varchar(20),
       datecommande datetime, datelivraison datetime, typecommande varchar(30),
       montant decimal(18,2), montantpaye decimal(18,2), resteapayer decimal(18,2),
       etat varchar(20), observations nvarchar(max), medecin nvarchar(100), ordonnance varchar(50),
       numfacture varchar(30), @A4);
      CREATE TABLE DetailCommande(id int IDENTITY PRIMARY KEY, numcommande varchar(30),
       numlignecommande int, codeproduit varchar(50), designation nvarchar(255), quantite int,
       prixunitaire decimal(18,2), montant decimal(18,2), remise decimal(18,2), oeil varchar(10),
       sphere varchar(10), cylindre varchar(10), axe varchar(10), addition varchar(10),
       observations nvarchar(500), @A2);
      CREATE TABLE Photos(id int IDENTITY PRIMARY KEY, numclient varchar(20),
       numconsultation varchar(30), datephoto datetime, typephoto varchar(50),
       nomfichier nvarchar(255), cheminphoto nvarchar(500), extension varchar(10), taille bigint,
       oeil varchar(10), observations nvarchar(500), appareil nvarchar(100), medecin nvarchar(100),
       @A2);
      CREATE TABLE TCorespon(id int IDENTITY PRIMARY KEY, numclient varchar(20),
       datecourrier datetime, typecourrier varchar(30), destinataire nvarchar(150),
       expediteur nvarchar(150), objet nvarchar(255), contenu text, medecin nvarchar(100),
       numconsultation varchar(30), numcorrespondant int, etat varchar(20),
       observations nvarchar(500), @A4);
      CREATE TABLE Courriertexte(id int PRIMARY KEY, titre nvarchar(200), texte text,
       type varchar(20), @A2);
      CREATE TABLE Maquettes(id int PRIMARY KEY, nom nvarchar(200), contenu text, type varchar(20),
       description nvarchar(500));
      """;

  private static final String TWO = "datecreation datetime, datemodification datetime";
  private static final String FOUR = TWO + ", createdby varchar(50), modifiedby varchar(50)";
  private static final Pattern NAME = Pattern.compile("CREATE TABLE (\\w+)");

  private CareVisionSchema() {}

  /** The statement that makes each table. */
  public static Map<LegacyTable, String> tables() {
    var tables = new EnumMap<LegacyTable, String>(LegacyTable.class);
    for (var ddl : TABLES.replace("@A2", TWO).replace("@A4", FOUR).split(";")) {
      var name = NAME.matcher(ddl);
      if (name.find()) {
        tables.put(LegacyTable.titled(name.group(1)).orElseThrow(), ddl.strip());
      }
    }
    return tables;
  }
}
