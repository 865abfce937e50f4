package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a problem where JAX-RS is not, or not yet. */
public final class ProblemWriter {

  private ProblemWriter() {}

  /** Answers for a failure, unless an answer is on its way already. */
  public static void write(
      HttpServletRequest request, HttpServletResponse response, Throwable failure)
      throws IOException {
    var fault = Faults.of(failure);
    FaultLog.write(fault, failure);
    write(request, response, fault);
  }

  static void write(HttpServletRequest request, HttpServletResponse response, Fault fault)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(fault.status());
    response.setContentType(Problem.MEDIA_TYPE);
    FaultHeaders.of(fault).forEach(response::setHeader);
    var problem = Problem.of(fault, Languages.of(request), Correlation.of(response));
    response.getOutputStream().write(Json.bytes(problem));
  }
}
