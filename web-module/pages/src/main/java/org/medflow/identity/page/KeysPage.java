package org.medflow.identity.page;

import static org.medflow.platform.security.Permission.MANAGE_SYSTEM;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.medflow.identity.boundary.DataKeys;
import org.medflow.identity.boundary.KeysView;
import org.medflow.identity.boundary.KeysView.Holding;
import org.medflow.identity.boundary.KeysView.Standing;
import org.medflow.identity.boundary.KeysView.State;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.page.Notes;
import org.medflow.platform.page.Screen;
import org.medflow.platform.web.Words;

/** The keys that seal personal values: what each still holds, and a re-encryption while it runs. */
@Named
@ViewScoped
@Screen(
    path = "/cles",
    view = "/identity/keys.xhtml",
    requires = MANAGE_SYSTEM,
    nav = 92,
    icon = "pi-key")
public class KeysPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int WHOLE = 100;

  @Inject DataKeys keys;
  @Inject Notes notes;
  @Inject Words words;

  private KeysView view;

  @PostConstruct
  void open() {
    view = keys.look();
    if (view.countedAt() == null) {
      view = keys.count();
    }
  }

  /** Asked for by the page itself while values are sealed anew. */
  public void lookAgain() {
    view = keys.look();
  }

  public void count() {
    attempt(keys::count);
  }

  public void start() {
    attempt(keys::reencrypt);
  }

  private void attempt(Supplier<KeysView> deed) {
    try {
      view = deed.get();
    } catch (ClinicException refused) {
      notes.refused(refused);
      lookAgain();
    }
  }

  /** What a column holds, in words; its own name when nobody has given it one. */
  public String column(String name) {
    var key = "keys.column." + name;
    return words.known(key) ? words.of(key) : name;
  }

  public String key(long id) {
    return id == 0 ? words.of("keys.key.none") : words.of("keys.key", id);
  }

  public String held(Holding column) {
    return column.held().stream()
        .map(one -> words.of("keys.held", key(one.key()), one.values()))
        .collect(Collectors.joining(" · "));
  }

  /** From 0 to 100; a column that is not done is never quite whole. */
  public int percent(Holding column) {
    if (column.state() == State.DONE) {
      return WHOLE;
    }
    return column.total() == 0
        ? 0
        : (int) Math.min(WHOLE - 1, column.resealed() * WHOLE / column.total());
  }

  public String intent(Standing standing) {
    return switch (standing) {
      case CURRENT -> "success";
      case NEEDED -> "warning";
      case UNNEEDED -> "neutral";
      case MISSING -> "danger";
    };
  }

  public String icon(Standing standing) {
    return switch (standing) {
      case CURRENT -> "pi-lock";
      case NEEDED -> "pi-key";
      case UNNEEDED -> "pi-check";
      case MISSING -> "pi-times";
    };
  }

  /** How long it still takes, or that nobody can tell. */
  public String getLeft() {
    if (view.secondsLeft() == null) {
      return words.of("keys.left.unknown");
    }
    var left = Duration.ofSeconds(view.secondsLeft());
    return words.of(
        "keys.left",
        "%02d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()));
  }

  public KeysView getView() {
    return view;
  }
}
