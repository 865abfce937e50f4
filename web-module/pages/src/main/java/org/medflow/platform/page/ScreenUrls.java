package org.medflow.platform.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Forms are sent to the address the browser shows, not to the view behind it. */
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
}
