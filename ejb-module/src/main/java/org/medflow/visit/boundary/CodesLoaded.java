package org.medflow.visit.boundary;

import java.io.Serializable;
import java.util.List;

/** What became of a list of codes; lines that were refused with the reason, at most 100 of them. */
public record CodesLoaded(int added, int changed, int unchanged, List<Refused> refused)
    implements Serializable {

  /** One line, counted from 1 for the heading. */
  public record Refused(int line, String code) implements Serializable {}
}
