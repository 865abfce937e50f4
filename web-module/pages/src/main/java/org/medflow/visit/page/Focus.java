package org.medflow.visit.page;

import org.primefaces.PrimeFaces;

/** Where the keyboard goes on after an answer. */
final class Focus {

  private Focus() {}

  /** Forgets what was typed and refused in a part of the page. */
  static void clean(String part) {
    if (PrimeFaces.current().isAjaxRequest()) {
      PrimeFaces.current().resetInputs(part);
    }
  }

  /** Onto the field with this id, once the page shows it. */
  static void on(String id) {
    if (PrimeFaces.current().isAjaxRequest()) {
      PrimeFaces.current()
          .executeScript(
              "var next = document.getElementById('%s'); if (next) { next.focus(); }"
                  .formatted(id));
    }
  }
}
