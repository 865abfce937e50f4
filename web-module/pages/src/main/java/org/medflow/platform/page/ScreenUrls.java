package org.medflow.platform.page;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/**
 * Forms are sent to the address the browser shows, not to the view behind it, and every one of them
 * carries its token: Faces asks each form for its state here.
 */
public class ScreenUrls extends ViewHandlerWrapper {

  public ScreenUrls(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    var root = context.getViewRoot();
    var route = Route.current();
    return root != null && viewId.equals(root.getViewId()) && !route.path().equals("/")
        ? route.path()
        : super.getActionURL(context, viewId);
  }

  @Override
  public void writeState(FacesContext context) throws IOException {
    var writer = context.getResponseWriter();
    writer.startElement("input", null);
    writer.writeAttribute("type", "hidden", null);
    writer.writeAttribute("name", FormGuard.FIELD, null);
    writer.writeAttribute("value", guard().ofPage(Route.request()), null);
    writer.endElement("input");
    super.writeState(context);
  }

  private static FormGuard guard() {
    return CDI.current().select(FormGuard.class).get();
  }
}
