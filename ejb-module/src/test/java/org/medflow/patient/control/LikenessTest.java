package org.medflow.patient.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medflow.patient.entity.Birth;
import org.medflow.patient.entity.BirthPrecision;
import org.medflow.patient.entity.Sex;

/** Known answers of the weighted likeness, spec clinical.md 2. */
class LikenessTest {

  private static final Birth DAY = new Birth(LocalDate.of(1980, 3, 12), BirthPrecision.DAY);

  @Test
  void aSharedStrongIdentifierIsCertain() {
    assertThat(of(with("KABONGO", DAY).strong("1"), with("MUTOMBO", Birth.UNKNOWN).strong("1")))
        .isEqualTo(100);
  }

  @Test
  void aSharedTelephoneAloneOnlyWarns() {
    assertThat(of(with("KABONGO JEAN", DAY).phone("1"), with("MUTOMBO ANNE", DAY).phone("1")))
        .isBetween(Likeness.SHOWN, Likeness.SURE - 1);
  }

  @Test
  void aSharedMailAloneOnlyWarns() {
    assertThat(of(with("KABONGO JEAN", DAY).mail("1"), with("MUTOMBO ANNE", DAY).mail("1")))
        .isBetween(Likeness.SHOWN, Likeness.SURE - 1);
  }

  @ParameterizedTest
  @CsvSource({
    "KABONGO MWAMBA JEAN,KABONGO MWAMBA JEAN,85",
    "JEAN KABONGO MWAMBA,KABONGO MWAMBA JEAN,85",
    "TSHIBANGU ANNE,CIBANGU ANNE,82",
    "KABONGO JEAN,KABNGO JEAN,80",
    "KABONGO JEAN,KABAMBA JEAN,77",
    "KABONGO MWAMBA JEAN,KABONGO JEAN,79",
    "KABONGO JEAN,MUTOMBO ANNE,0"
  })
  void weighsNamesWithTheSameBirthDate(String one, String other, int score) {
    assertThat(of(with(one, DAY), with(other, DAY))).isEqualTo(score);
  }

  @ParameterizedTest
  @CsvSource({
    "1980-03-12,DAY,85",
    "1980-12-03,DAY,65",
    "1981-03-12,DAY,65",
    "1980-03-01,MONTH,77",
    "1980-01-01,YEAR,73",
    "1981-01-01,YEAR,40",
    "1982-03-12,AGE,73",
    "1986-03-12,AGE,40",
    "1975-06-20,DAY,40"
  })
  void weighsHowMuchOfABirthDateAgrees(LocalDate date, BirthPrecision precision, int score) {
    assertThat(
            of(
                with("KABONGO MWAMBA JEAN", DAY),
                with("KABONGO MWAMBA JEAN", new Birth(date, precision))))
        .isEqualTo(score);
  }

  @Test
  void namesakesOfUnknownBirthAreShown() {
    assertThat(of(with("KABONGO JEAN", DAY), with("KABONGO JEAN", Birth.UNKNOWN))).isEqualTo(65);
  }

  @Test
  void namesAndTelephoneStrengthenEachOther() {
    int both = of(with("KABONGO JEAN", DAY).phone("1"), with("KABONGO JEAN", DAY).phone("1"));
    assertThat(both).isEqualTo(95);
  }

  @Test
  void anotherSexCountsAgainst() {
    assertThat(
            of(
                with("KABONGO MWAMBA", DAY).sex(Sex.MALE),
                with("KABONGO MWAMBA", DAY).sex(Sex.FEMALE)))
        .isEqualTo(73);
  }

  @Test
  void saysWhy() {
    var likeness =
        Likeness.of(
            with("KABONGO JEAN", DAY).phone("1").traits(),
            with("KABONGO JEAN", DAY).phone("1").traits());
    assertThat(likeness.reasons()).containsExactly("same-phone", "same-names", "same-birth-date");
  }

  @Test
  void anEmptyFormIsLikeNobody() {
    assertThat(of(with("", Birth.UNKNOWN), with("KABONGO JEAN", DAY))).isZero();
  }

  @Property
  void isTheSameFromBothSides(@ForAll("traits") Traits a, @ForAll("traits") Traits b) {
    assertThat(Likeness.of(a, b).score()).isEqualTo(Likeness.of(b, a).score());
  }

  @Property
  void namesAndBirthDateAloneNeverReachNinety(
      @ForAll("traits") Traits a, @ForAll("traits") Traits b) {
    var one = onlyNames(a);
    var other = onlyNames(b);
    assertThat(Likeness.of(one, other).score()).isBetween(0, Likeness.SURE - 1);
    assertThat(Likeness.of(one, one).score()).isLessThan(Likeness.SURE);
  }

  @Property
  void staysBetweenNothingAndCertainty(@ForAll("traits") Traits a, @ForAll("traits") Traits b) {
    assertThat(Likeness.of(a, b).score()).isBetween(0, 100);
  }

  @Provide
  Arbitrary<Traits> traits() {
    var names =
        Arbitraries.of("KABONGO", "KABNGO", "JEAN", "JANE", "TSHALA", "CHALA", "MARIE", "MUTOMBO")
            .list()
            .ofMaxSize(4)
            .map(NameKey::new);
    var births =
        Arbitraries.of(
            Birth.UNKNOWN,
            DAY,
            new Birth(LocalDate.of(1980, 12, 3), BirthPrecision.DAY),
            new Birth(LocalDate.of(1980, 1, 1), BirthPrecision.YEAR),
            new Birth(LocalDate.of(1979, 6, 1), BirthPrecision.AGE));
    var marks = Arbitraries.of(Set.<String>of(), Set.of("1"), Set.of("2"));
    return Combinators.combine(names, births, Arbitraries.of(Sex.class), marks, marks, marks)
        .as(
            (n, b, s, phones, mails, strong) ->
                new Traits(n, b, s, phones, mails, strong, Set.of()));
  }

  private static Traits onlyNames(Traits traits) {
    return new Traits(
        traits.names(), traits.birth(), traits.sex(), Set.of(), Set.of(), Set.of(), Set.of());
  }

  private static int of(Sample a, Sample b) {
    return Likeness.of(a.traits(), b.traits()).score();
  }

  private static Sample with(String names, Birth birth) {
    return new Sample(
        new Traits(NameKey.of(names), birth, Sex.UNKNOWN, Set.of(), Set.of(), Set.of(), Set.of()));
  }

  private record Sample(Traits traits) {
    Sample phone(String value) {
      return marks(Set.of(value), traits.emails(), traits.strong());
    }

    Sample mail(String value) {
      return marks(traits.phones(), Set.of(value), traits.strong());
    }

    Sample strong(String value) {
      return marks(traits.phones(), traits.emails(), Set.of(value));
    }

    Sample sex(Sex sex) {
      return new Sample(
          new Traits(traits.names(), traits.birth(), sex, Set.of(), Set.of(), Set.of(), Set.of()));
    }

    private Sample marks(Set<String> phones, Set<String> mails, Set<String> strong) {
      return new Sample(
          new Traits(
              traits.names(), traits.birth(), traits.sex(), phones, mails, strong, Set.of()));
    }
  }
}
