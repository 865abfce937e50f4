package org.medflow.bench;

import java.util.Arrays;
import java.util.List;

/** Product against reference, round by round. */
public record Ratio(List<Double> product, List<Double> reference) {

  public double median() {
    var ratios = ratios();
    return ratios[ratios.length / 2];
  }

  public double least() {
    return ratios()[0];
  }

  public double most() {
    var ratios = ratios();
    return ratios[ratios.length - 1];
  }

  private double[] ratios() {
    var ratios = new double[product.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = product.get(i) / reference.get(i);
    }
    Arrays.sort(ratios);
    return ratios;
  }

  public static double middle(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** The value that this share of all measures does not exceed. */
  public static double percentile(long[] nanos, double share) {
    var sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }
}
