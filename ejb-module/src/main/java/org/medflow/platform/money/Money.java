package org.medflow.platform.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An amount in one currency, counted in its smallest unit, so that nothing is ever rounded away.
 *
 * @param minor francs for CDF, cents for USD and EUR
 */
public record Money(Currency currency, long minor) implements Serializable {

  /** The currencies of the clinics, with their decimals (spec ui.md 2.8). */
  public enum Currency {
    CDF(0),
    USD(2),
    EUR(2);

    private final int decimals;

    Currency(int decimals) {
      this.decimals = decimals;
    }

    public int decimals() {
      return decimals;
    }
  }

  public Money {
    Objects.requireNonNull(currency);
  }

  public static Money zero(Currency currency) {
    return new Money(currency, 0);
  }

  /** From a decimal amount; more decimals than the currency has are refused, not rounded. */
  public static Money of(Currency currency, BigDecimal amount) {
    var exact = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
    return new Money(currency, exact.unscaledValue().longValueExact());
  }

  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, currency.decimals());
  }

  public Money plus(Money other) {
    return new Money(currency, Math.addExact(minor, same(other).minor));
  }

  public Money minus(Money other) {
    return new Money(currency, Math.subtractExact(minor, same(other).minor));
  }

  /** Shares of the whole in these proportions; their sum is always the whole. */
  public List<Money> split(List<Integer> weights) {
    long total = weights.stream().mapToLong(Integer::longValue).sum();
    if (total <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("weights must be positive");
    }
    var parts = new ArrayList<Money>();
    long given = 0;
    long weight = 0;
    for (int part : weights) {
      weight += part;
      long upTo = Math.multiplyExact(minor, weight) / total;
      parts.add(new Money(currency, upTo - given));
      given = upTo;
    }
    return parts;
  }

  private Money same(Money other) {
    if (other.currency != currency) {
      throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
    }
    return other;
  }
}
