package org.medflow.legacy.sample;

import java.util.List;

/** Names that are common in the Congo and in France, put together at random: nobody's. */
public final class SampleNames {

  public static final List<String> FAMILY =
      words(
          """
          ABEDI AMISI BAHATI BAKAMBA BALUME BANZA BASILA BIAYA BITOTA BOKETSHU BOLAMBA BONGONGO
          BUKASA BULAMBO CIBANGU DIKEMBE DIOMI EKANGA EPANYA FATAKI FUNDI GUSTAVE GONDOLA IKOLO
          ILUNGA ISANGO KABAMBA KABEYA KABONGO KABWIKA KADIMA KAHOZI KALALA KALONJI KAMBALE KANDA
          KANYINDA KAPINGA KASEREKA KASONGO KATANGA KAZADI KIBAMBE KIKUNI KILUFYA KINKELA KITENGE
          KOKOLO KUMBU KYUNGU LANDU LELO LIKULIA LOBOTA LOFEMBE LOKWA LUBAKI LUFUMA LUKUSA LUMBALA
          LUNTADILA LUZOLO MABIALA MADIMBA MAKIESE MALANDA MANZAMBI MASIKA MATADI MAVUNGU MAYELE
          MBAKI MBALA MBENZA MBOMBO MBUYI MFUMU MIANDA MOBEMBA MOKE MPIANA MPUTU MUAMBA MUDIBU
          MUKENDI MULUMBA MUNGANGA MUSAMBA MUTOMBO MVUEMBA MWANZA NDAYA NDOMBE NGALULA NGANDU NGOY
          NKONGOLO NKULU NLANDU NSENGA NSIMBA NTUMBA NYEMBO NZUZI OKITO OLENGA OMBA ONEMA OSOKO
          PUNGU
          SAFARI SALUMU SEFU SHABANI SONGO TAMBWE TSHIALA TSHILOMBO TUSAMBA UMBA VUMBI WEMBO YAMBA
          YENGA ZOLA ZONGWE
          """);

  public static final List<String> POSTNOM =
      words(
          """
          AKILI ALONGI ASUMANI BADIBANGA BAKWA BASEMBE BATUBENGA BENDELE BIDUAYA BILONDA BOFANDO
          BOSEKO BWANGA CIAMALA DIANGIENDA DISASHI EBONGA ELONGO ETUMBA FEZA FWAMBA HERI IFOTO
          ILONGA ISEKUSU KABEDI KADIATA KAFUTI KAJINGA KAKESE KALENDA KAMWANYA KANKU KASHALA KATEMBO
          KAYEMBE KEBE KIALA KIESE KIMFUTA KISIMBA KIYEDI KUDIA LEMBA LIKOFATA LISASI LOKOLO LOMBE
          LOSALA LUBOYA LUFUNGULA LUKOKI LUSAMBA MABANZA MADUDA MAFUTA MAKENGO MALONGA MANGALA
          MASUDI
          MATONDO MAZONO MBELU MBIYE MBOYO MEMBA MIDAGU MISENGA MONGA MPEMBA MPOYI MUJINGA MULEKA
          MUNYOKA MUSWAMBA MUTEBA MWEWA NAMWISI NDONA NGOLELA NGUDI NKASHAMA NSAKA NSONA NTAMBWE
          NZEBA OBOTELA OMANDE OTSHUDI PALATA PEMBELE SANGWA SELEMANI SHAKO SIFA SOMBO TABU TSHIBOLA
          TSHIMANGA TUMBA VANGU WALELU YALALA YOHALI ZAINA ZAWADI
          """);

  public static final List<String> WOMEN =
      words(
          """
          Adèle Agathe Albertine Aline Anastasie Annie Antoinette Astrid Béatrice Bernadette
          Brigitte
          Carine Cathérine Chantal Christelle Clarisse Clémence Colette Deborah Denise Divine Dorcas
          Élise Émilie Esther Eugénie Fabiola Fifi Florence Francine Gisèle Gloria Godelieve Hélène
          Henriette Honorine Huguette Irène Jacqueline Jeannette Joséphine Judith Julienne Laetitia
          Léontine Lucie Lydie Madeleine Marthe Mireille Mado Nadège Nicole Noëlla Odette Pascaline
          Patience Pauline Rachel Régine Rosette Sarah Solange Sylvie Thérèse Ursule Véronique
          Viviane Yolande Zoé
          """);

  public static final List<String> MEN =
      words(
          """
          Adolphe Alain Albert Alexis Alphonse Ambroise André Anselme Augustin Barthélemy Benoît
          Blaise Bruno Cédric Célestin Christian Clovis Crispin Daniel David Didier Dieudonné
          Dominique Édouard Élie Emmanuel Étienne Eugène Fabrice Félicien Fidèle Floribert François
          Gabriel Gédéon Georges Gérard Ghislain Grégoire Guy Héritier Hubert Innocent Isidore
          Jacques
          Jérôme Joël Joseph Justin Léon Louis Lucien Marcel Martin Maurice Modeste Nathanaël Nestor
          Norbert Olivier Papy Patrick Paulin Philippe Raphaël Richard Roger Samuel Serge Théodore
          Trésor Urbain Valentin Victor Willy Xavier Yannick Zacharie
          """);

  public static final List<String> COMMUNES =
      List.of(
          "Bandalungwa",
          "Barumbu",
          "Bumbu",
          "Gombe",
          "Kalamu",
          "Kasa-Vubu",
          "Kimbanseke",
          "Kinshasa",
          "Kintambo",
          "Kisenso",
          "Lemba",
          "Limete",
          "Lingwala",
          "Makala",
          "Maluku",
          "Masina",
          "Matete",
          "Mont-Ngafula",
          "Ndjili",
          "Ngaba",
          "Ngaliema",
          "Ngiri-Ngiri",
          "Nsele",
          "Selembao");

  public static final List<String> AVENUES =
      List.of(
          "des Huileries",
          "de la Paix",
          "du Marché",
          "Kasaï",
          "Kwango",
          "de l'Enseignement",
          "Lubaki",
          "du Stade",
          "des Palmiers",
          "Bokassa",
          "de la Mission",
          "Équateur",
          "Sentier 4");

  public static final List<String> QUARTERS =
      List.of("Matonge", "Binza", "Righini", "Salongo", "Mombele", "Funa", "Yolo Sud", "Livulu");

  public static final List<String> CONVENTIONS =
      List.of(
          "SOCIETE EXEMPLE",
          "MUTUELLE DU FLEUVE",
          "Brasserie d'Essai",
          "ECOLE MODELE",
          "ONG Clarté");

  public static final List<String> PROFESSIONS =
      List.of("Enseignante", "Commerçant", "Infirmier", "Chauffeur", "Étudiante", "Ménagère", "");

  private SampleNames() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
