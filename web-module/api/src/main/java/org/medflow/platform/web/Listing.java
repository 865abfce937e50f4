package org.medflow.platform.web;

import java.util.List;
import org.medflow.platform.Page;

/** A list as the API gives it. */
public record Listing<T>(List<T> data, Meta meta) {

  /**
   * About the list.
   *
   * @param next cursor of the following slice, null at the end
   */
  public record Meta(String next, int size) {}

  public static <T> Listing<T> of(Page<T> page) {
    return new Listing<>(page.data(), new Meta(page.next(), page.size()));
  }

  /** A list that is there as a whole. */
  public static <T> Listing<T> of(List<T> all) {
    return new Listing<>(all, new Meta(null, all.size()));
  }
}
