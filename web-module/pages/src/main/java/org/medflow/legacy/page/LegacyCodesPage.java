package org.medflow.legacy.page;

import static org.medflow.platform.security.Permission.MANAGE_MIGRATIONS;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.medflow.legacy.boundary.CodeTables;
import org.medflow.legacy.boundary.LegacyCode;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** What the codes of an older system mean here; those that nobody has explained yet come first. */
@Named
@ViewScoped
@Screen(path = "/migrations/codes", view = "/legacy/codes.xhtml", requires = MANAGE_MIGRATIONS)
public class LegacyCodesPage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Unknown codes first, the one for all others last. */
  private static final Comparator<CodeLine> ORDER =
      Comparator.comparing(CodeLine::isUnknown, Comparator.reverseOrder())
          .thenComparing(CodeLine::isOtherwise)
          .thenComparing(line -> line.getCode().code());

  @Inject CodeTables codes;
  @Inject Notes notes;
  @Inject Words words;

  private List<Group> groups = List.of();

  /** The codes of one column, and what they may mean; no choices when any text may. */
  public record Group(
      String system, String table, String column, List<String> meanings, List<CodeLine> lines)
      implements Serializable {

    public long unknown() {
      return lines.stream().filter(CodeLine::isUnknown).count();
    }
  }

  @PostConstruct
  void open() {
    var columns = new LinkedHashMap<String, List<LegacyCode>>();
    for (var code : codes.all()) {
      var column = String.join("\n", code.system(), code.table(), code.column());
      columns.computeIfAbsent(column, any -> new ArrayList<>()).add(code);
    }
    groups = columns.values().stream().map(this::group).toList();
  }

  private Group group(List<LegacyCode> met) {
    var first = met.get(0);
    var lines = met.stream().map(CodeLine::new).sorted(ORDER);
    return new Group(
        first.system(),
        first.table(),
        first.column(),
        codes.meanings(first.table(), first.column()),
        lines.toList());
  }

  /** Nothing chosen changes nothing: a code is explained anew, never left without a meaning. */
  public void keep(CodeLine line) {
    if (line.changed().meaning() == null) {
      open();
      return;
    }
    try {
      codes.put(line.changed());
      notes.here(words.of("migration.codes.done", line.getCode().code()));
    } catch (ClinicException refused) {
      notes.refused(refused);
    }
    open();
  }

  public List<Group> getGroups() {
    return groups;
  }

  public long getUnknown() {
    return groups.stream().mapToLong(Group::unknown).sum();
  }
}
