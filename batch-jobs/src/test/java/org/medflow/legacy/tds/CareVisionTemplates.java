package org.medflow.legacy.tds;

import static org.medflow.legacy.entity.LegacyTable.COURRIERTEXTE;
import static org.medflow.legacy.entity.LegacyTable.MAQUETTES;

import java.util.List;
import org.medflow.legacy.entity.LegacyTable;

/** Letter templates in the six ways of writing a place-holder (spec legacy.md 1.9). */
final class CareVisionTemplates {

  private CareVisionTemplates() {}

  static List<CareVisionRow> rows(LegacyTable table) {
    return table == COURRIERTEXTE
        ? List.of(
            text(1, "Certificat", "CERT", "Je certifie avoir examiné [NOM] [PRENOM] ce [DATE]."),
            text(2, "Consentement", "CONS", "Je, %NOM%, accepte l''intervention : %INTERVENTION%."),
            text(3, "Compte rendu", "OPER", "<NOM> opéré de l''œil droit le <DATEOPERATION>.<br>"),
            text(4, "Lettre", "CORR", "Cher confrère, @NOM@ présente un tonus de @TOD@ mmHg."),
            text(5, "Reçu", "PAIE", "Reçu la somme de $montant$, soit 1 500 $ au total."),
            text(6, "Rappel", "RAPP", "Rappel n° #1 : rendez-vous de #nom# le #date#."),
            text(7, "Court", "LET", "Bonjour"),
            text(8, "Sans type", null, "Ordonnance : [TRAITEMENT] pendant [DUREE]."))
        : List.of(
            form(1, "Aptitude", "CERT", "[NOM] est apte. Acuité : [AVLOD] / [AVLOG]."),
            form(2, "Repos", null, "Repos de [DUREE] jours accordé à %NOM%."),
            form(3, "Pression", "EXAM", "Tonus OD [TOD], OG [TOG] ; à revoir."));
  }

  private static CareVisionRow text(int id, String title, String type, String text) {
    return CareVisionRow.of(COURRIERTEXTE, "id", id, "titre", title, "type", type, "texte", text);
  }

  private static CareVisionRow form(int id, String name, String type, String text) {
    return CareVisionRow.of(
        MAQUETTES, "id", id, "nom", name, "type", type, "contenu", text, "description", "Modèle");
  }
}
