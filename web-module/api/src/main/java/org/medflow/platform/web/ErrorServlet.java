package org.medflow.platform.web;

import static jakarta.servlet.http.HttpServletResponse.SC_FORBIDDEN;
import static jakarta.servlet.http.HttpServletResponse.SC_NOT_FOUND;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the servlet container refuses by itself looks like every other problem. */
@WebServlet(urlPatterns = ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {

  static final String PATH = "/error";

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof Throwable thrown) {
      ProblemWriter.write(request, response, thrown);
    } else {
      var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
      ProblemWriter.write(request, response, Faults.ofStatus(number(status)));
    }
  }

  /** A folder that the container would not list is nothing at all to a caller. */
  private static int number(Object status) {
    return status instanceof Integer known && known != SC_FORBIDDEN ? known : SC_NOT_FOUND;
  }
}
