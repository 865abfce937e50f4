package org.medflow.platform.page;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.medflow.platform.Page;
import org.medflow.platform.error.ClinicException;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/**
 * Lines of a list, fetched a slice at a time by the cursor of the slice before. How many there are
 * in all is only known at the end, so the table is told "one more" as long as there is a next.
 */
public class Slices<T extends Serializable> extends LazyDataModel<T> {

  private static final long serialVersionUID = 1L;

  /** Fetches the slice behind a cursor; null for the first. */
  @FunctionalInterface
  public interface Source<T> extends Serializable {
    Page<T> fetch(String cursor, int size);
  }

  /** What tells one line from another. */
  @FunctionalInterface
  public interface Key<T> extends Function<T, String>, Serializable {}

  private final Source<T> source;
  private final Key<T> key;
  private final List<String> cursors = new ArrayList<>();
  private List<T> shown = List.of();
  private int size;
  private int known;
  private String failure;

  public Slices(Source<T> source, Key<T> key) {
    this.source = source;
    this.key = key;
  }

  @Override
  public int count(Map<String, FilterMeta> filters) {
    return known;
  }

  @Override
  public List<T> load(
      int first, int rows, Map<String, SortMeta> sort, Map<String, FilterMeta> filters) {
    if (rows != size) {
      restart(rows);
    }
    int slice = Math.min(first / rows, cursors.size() - 1);
    try {
      var page = source.fetch(cursors.get(slice), rows);
      failure = null;
      show(page, slice, rows);
    } catch (ClinicException refused) {
      failure = refused.code();
      shown = List.of();
    }
    return shown;
  }

  private void show(Page<T> page, int slice, int rows) {
    boolean last = page.next() == null;
    if (!last && slice == cursors.size() - 1) {
      cursors.add(page.next());
    }
    shown = page.data();
    known = Math.max(last ? 0 : known, slice * rows + shown.size() + (last ? 0 : 1));
    setRowCount(known);
  }

  private void restart(int rows) {
    size = rows;
    known = 0;
    cursors.clear();
    cursors.add(null);
  }

  @Override
  public String getRowKey(T row) {
    return key.apply(row);
  }

  @Override
  public T getRowData(String wanted) {
    return shown.stream().filter(row -> getRowKey(row).equals(wanted)).findFirst().orElse(null);
  }

  /** Code of what went wrong, null when all is well. */
  public String failure() {
    return failure;
  }
}
