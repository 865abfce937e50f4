package org.medflow.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.medflow.platform.money.Money.Currency.CDF;
import static org.medflow.platform.money.Money.Currency.EUR;
import static org.medflow.platform.money.Money.Currency.USD;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.medflow.platform.money.Money.Currency;

class MoneyTest {

  private static final long FORTUNE = 1_000_000_000_000L;

  @Property
  void splitsIntoPartsThatSumToTheWhole(
      @ForAll Currency currency,
      @ForAll @LongRange(min = -FORTUNE, max = FORTUNE) long minor,
      @ForAll @NotEmpty List<@IntRange(min = 1, max = 10_000) Integer> weights) {
    var whole = new Money(currency, minor);
    var parts = whole.split(weights);
    assertThat(parts).hasSameSizeAs(weights);
    assertThat(parts.stream().reduce(Money.zero(currency), Money::plus)).isEqualTo(whole);
  }

  @Property
  void splitsWithinOneUnitOfTheProportion(
      @ForAll @LongRange(min = 0, max = FORTUNE) long minor,
      @ForAll @NotEmpty List<@IntRange(min = 1, max = 10_000) Integer> weights) {
    long total = weights.stream().mapToLong(Integer::longValue).sum();
    var parts = new Money(CDF, minor).split(weights);
    for (int i = 0; i < parts.size(); i++) {
      var exact = BigDecimal.valueOf(minor).multiply(BigDecimal.valueOf(weights.get(i)));
      var given = BigDecimal.valueOf(parts.get(i).minor()).multiply(BigDecimal.valueOf(total));
      assertThat(given.subtract(exact).abs()).isLessThanOrEqualTo(BigDecimal.valueOf(total));
    }
  }

  @Property
  void addsAndTakesAwayWithoutLoss(
      @ForAll @LongRange(min = -FORTUNE, max = FORTUNE) long a,
      @ForAll @LongRange(min = -FORTUNE, max = FORTUNE) long b) {
    var left = new Money(USD, a);
    var right = new Money(USD, b);
    assertThat(left.plus(right).minus(right)).isEqualTo(left);
  }

  @Property
  void comesBackFromItsDecimalForm(
      @ForAll Currency currency, @ForAll @LongRange(min = -FORTUNE, max = FORTUNE) long minor) {
    var money = new Money(currency, minor);
    assertThat(Money.of(currency, money.amount())).isEqualTo(money);
  }

  @Test
  void refusesMoreDecimalsThanTheCurrencyHas() {
    assertThatThrownBy(() -> Money.of(CDF, new BigDecimal("0.5")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(EUR, new BigDecimal("1.005")))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void countsFrancsWholeAndDollarsInCents() {
    assertThat(Money.of(CDF, new BigDecimal("2800")).minor()).isEqualTo(2_800);
    assertThat(Money.of(USD, new BigDecimal("12.3")).minor()).isEqualTo(1_230);
  }

  @Test
  void refusesToMixCurrencies() {
    var francs = new Money(CDF, 1);
    var dollars = new Money(USD, 1);
    assertThatThrownBy(() -> francs.plus(dollars)).hasMessage("CDF and USD do not add up");
    assertThatThrownBy(() -> francs.minus(dollars)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWeightsThatShareNothing() {
    var one = new Money(USD, 100);
    assertThatThrownBy(() -> one.split(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.split(List.of(0, 0))).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> one.split(List.of(2, -1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void givesNothingToAZeroWeight() {
    assertThat(new Money(USD, 101).split(List.of(1, 0, 1)))
        .extracting(Money::minor)
        .containsExactly(50L, 0L, 51L);
  }

  @Test
  void overflowsLoudly() {
    var most = new Money(CDF, Long.MAX_VALUE);
    assertThatThrownBy(() -> most.plus(new Money(CDF, 1))).isInstanceOf(ArithmeticException.class);
  }
}
