package org.medflow.patient.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medflow.patient.boundary.PatientQuery;
import org.medflow.patient.boundary.PatientRow;
import org.medflow.patient.boundary.PatientSearch;
import org.medflow.platform.error.ClinicException;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * The lines of a search, fetched a slice at a time by the cursor of the slice before. How many
 * there are in all is only known at the end, so the table is told "one more" as long as there is a
 * next.
 */
class PatientSlices extends LazyDataModel<PatientRow> {

  private static final long serialVersionUID = 1L;

  private final PatientSearch search;
  private final String text;
  private final List<String> cursors = new ArrayList<>();
  private List<PatientRow> shown = List.of();
  private int size;
  private int known;
  private boolean whole;
  private String failure;

  PatientSlices(PatientSearch search, String text) {
    this.search = search;
    this.text = text;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return known;
  }

  @Override
  public List<PatientRow> load(
      int first, int rows, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
    if (rows != size) {
      restart(rows);
    }
    int slice = Math.min(first / rows, cursors.size() - 1);
    try {
      var page = search.search(new PatientQuery(text, rows, cursors.get(slice)));
      failure = null;
      remember(slice, page.next());
      shown = page.data();
      whole = page.next() == null;
      known = Math.max(whole ? 0 : known, slice * rows + shown.size() + (whole ? 0 : 1));
      setRowCount(known);
    } catch (ClinicException refused) {
      failure = refused.code();
      shown = List.of();
    }
    return shown;
  }

  private void restart(int rows) {
    size = rows;
    known = 0;
    cursors.clear();
    cursors.add(null);
  }

  private void remember(int slice, String next) {
    if (next != null && slice == cursors.size() - 1) {
      cursors.add(next);
    }
  }

  @Override
  public String getRowKey(PatientRow row) {
    return row.id().toString();
  }

  @Override
  public PatientRow getRowData(String key) {
    return shown.stream().filter(row -> getRowKey(row).equals(key)).findFirst().orElse(null);
  }

  /** Whether the last line shown is the last there is. */
  boolean whole() {
    return whole;
  }

  /** Code of what went wrong, null when all is well. */
  String failure() {
    return failure;
  }
}
