package org.medflow.legacy.page;

import java.io.Serializable;
import org.medflow.legacy.boundary.LegacyCode;

/** A code on the screen, and the meaning that is being chosen for it. */
public class CodeLine implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String DEFAULT = "*";

  private final LegacyCode code;
  private String meaning;

  CodeLine(LegacyCode code) {
    this.code = code;
    this.meaning = code.meaning();
  }

  LegacyCode changed() {
    var chosen = meaning == null || meaning.isBlank() ? null : meaning.strip();
    return new LegacyCode(
        code.system(), code.table(), code.column(), code.code(), chosen, code.rows());
  }

  public boolean isUnknown() {
    return code.meaning() == null;
  }

  /** The line that stands for every code that is not listed. */
  public boolean isOtherwise() {
    return DEFAULT.equals(code.code());
  }

  public LegacyCode getCode() {
    return code;
  }

  public String getMeaning() {
    return meaning;
  }

  public void setMeaning(String meaning) {
    this.meaning = meaning;
  }
}
