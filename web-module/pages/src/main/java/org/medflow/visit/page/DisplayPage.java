package org.medflow.visit.page;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.medflow.platform.page.Route;
import org.medflow.platform.page.Screen;
import org.medflow.queue.boundary.DisplayView;
import org.medflow.queue.boundary.PublicBoard;

/** The screen in the waiting room: numbers and rooms, spoken in the language of the house. */
@Named
@RequestScoped
@Screen(
    path = "/ecran/{code}",
    view = "/visit/display.xhtml",
    open = "hangs in the waiting room, where nobody signs in; it shows numbers and rooms only")
public class DisplayPage {

  @Inject PublicBoard board;

  private String code;
  private DisplayView view;

  @PostConstruct
  void open() {
    code = Route.current().values().get("code");
    view = board.of(code);
  }

  public String getCode() {
    return code;
  }

  public DisplayView getView() {
    return view;
  }

  /** Languages in which a call is spoken. */
  public List<String> getTongues() {
    return List.of("fr", "en", "sw", "ln");
  }
}
