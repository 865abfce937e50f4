package org.medflow.platform.number;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;

/**
 * Human numbers, reserved in blocks outside the caller's transaction: the one statement that takes
 * a block commits by itself before a number of it is given out, so they are unique whatever
 * happens, with gaps after a restart. They are labels, never keys.
 */
@Singleton
@Lock(LockType.WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Numbering {

  private static final int BLOCK = 50;

  @Inject NumberSeriesQuery series;

  private final Map<String, Block> blocks = new HashMap<>();

  /** The next number of a series, for example scope {@code patient}, period {@code 2026}. */
  public long next(String scope, String period) {
    var name = scope + "|" + period;
    var block = blocks.get(name);
    if (block == null || block.used()) {
      long first = series.reserve(scope, period, BLOCK);
      block = new Block(first, first + BLOCK);
    }
    blocks.put(name, block.rest());
    return block.next();
  }

  /** The first of so many numbers in a row, for a caller who needs them all. */
  @Lock(LockType.READ)
  public long next(String scope, String period, int count) {
    return series.reserve(scope, period, count);
  }

  private record Block(long next, long end) {
    boolean used() {
      return next >= end;
    }

    Block rest() {
      return new Block(next + 1, end);
    }
  }
}
