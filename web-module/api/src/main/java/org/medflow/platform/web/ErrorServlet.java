package org.medflow.platform.web;

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
      int number = status instanceof Integer known ? known : 404;
      ProblemWriter.write(request, response, Faults.ofStatus(number));
    }
  }
}
