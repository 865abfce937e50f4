package org.medflow.patient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.medflow.harness.People;

/**
 * The names of a large population: family and post names from vocabularies of twelve thousand each,
 * first names from six hundred, some far more usual than others, as in life.
 */
public final class InventedNames {

  private static final int FAMILIES = 12_000;
  private static final int FIRST_NAMES = 600;
  private static final String[] ENDINGS = {
    "", "", "e", "ine", "ette", "ia", "ane", "ille", "iste", "ienne", "ique", "elle", "in", "on"
  };

  private final List<String> last;
  private final List<String> post;
  private final List<String> first;
  private final Random random;

  /** Three names of one person. */
  public record Full(String last, String post, String first) {
    public String text() {
      return last + " " + post + " " + first;
    }
  }

  public InventedNames(long seed) {
    var people = new People(seed);
    this.random = new Random(seed + 1);
    this.last = distinct(FAMILIES, people::name);
    this.post = distinct(FAMILIES, people::name);
    this.first =
        distinct(FIRST_NAMES, () -> people.firstName() + ENDINGS[random.nextInt(ENDINGS.length)]);
  }

  private static List<String> distinct(int wanted, java.util.function.Supplier<String> source) {
    var names = new LinkedHashSet<String>();
    for (int tries = 0; names.size() < wanted && tries < wanted * 50; tries++) {
      names.add(source.get());
    }
    return new ArrayList<>(names);
  }

  public Full next() {
    return new Full(usual(last), usual(post), usual(first));
  }

  /** The square makes the beginning of the list several times as usual as its end. */
  private String usual(List<String> names) {
    double place = random.nextDouble();
    return names.get((int) (place * place * names.size()));
  }
}
