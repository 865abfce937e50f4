package org.medflow.legacy.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LvColumnTest {

  @ParameterizedTest
  @EnumSource(LvColumn.class)
  void isFoundByItsOwnHeader(LvColumn column) {
    assertThat(LegacyTable.LV_PATIENTS.column(column.header())).contains(column.asColumn());
  }

  @ParameterizedTest
  @CsvSource({
    "Prénom, PRENOM",
    "PRENOMS, PRENOM",
    "Téléphone, TELEPHONE",
    "Nationalité, NATIONALITE",
    "Etat Civil, ETAT_CIVIL",
    "État-civil, ETAT_CIVIL",
    "N° Fiche, NUM_FICHE",
    "num_fiche, NUM_FICHE",
    "Nom, NOMS",
    "Date de naissance, NAISSANCE",
    "e-mail, MESSAGERIE"
  })
  void isFoundHoweverItIsSpelled(String header, LvColumn column) {
    assertThat(LegacyTable.LV_PATIENTS.column(header)).contains(column.asColumn());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GS", "PremièreVisite", "Allergie", "NomsPatient", "Observation"})
  void passesOverOtherColumns(String header) {
    assertThat(LegacyTable.LV_PATIENTS.column(header)).isEmpty();
  }
}
