package org.medflow.legacy.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.medflow.legacy.control.OldCipher.Shut;
import org.medflow.legacy.entity.SourceRow;
import org.medflow.platform.check.StartupCheck;
import org.medflow.platform.vault.KeyProblem;

/** Opens cells that an older system had encrypted; a row with one that stays shut is set aside. */
@ApplicationScoped
public class OldValues implements StartupCheck {

  private OldCipher cipher;

  /** A key of the older system that is none stops the start. */
  @Override
  public Optional<String> problem() {
    try {
      cipher();
      return Optional.empty();
    } catch (KeyProblem problem) {
      return Optional.of(problem.getMessage());
    }
  }

  private synchronized OldCipher cipher() {
    if (cipher == null) {
      cipher = OldCipher.of(System.getenv());
    }
    return cipher;
  }

  /** The row with its cells in clear, or the same row with the reason why it cannot be read. */
  SourceRow opened(SourceRow row) {
    return row.cells().values().stream().anyMatch(OldCipher::sealed) ? opened(row, cipher()) : row;
  }

  static SourceRow opened(SourceRow row, OldCipher cipher) {
    try {
      var cells = new LinkedHashMap<String, String>();
      for (var cell : row.cells().entrySet()) {
        var text = opened(cell.getValue(), cipher);
        if (!text.isBlank()) {
          cells.put(cell.getKey(), text);
        }
      }
      return with(row, row.problem(), cells);
    } catch (Shut shut) {
      return with(row, row.problem() == null ? shut.getMessage() : row.problem(), row.cells());
    }
  }

  private static String opened(String cell, OldCipher cipher) throws Shut {
    if (!OldCipher.sealed(cell)) {
      return cell;
    }
    var text = cipher.open(cell);
    if (text.indexOf('\0') >= 0) {
      throw new Shut("nul-character");
    }
    if (text.startsWith("=")) {
      throw new Shut("formula-cell");
    }
    return text;
  }

  private static SourceRow with(SourceRow row, String problem, Map<String, String> cells) {
    return new SourceRow(row.ordinal(), row.mark(), problem, cells);
  }
}
