package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Turns a failure inside JAX-RS into a problem. */
abstract class ProblemMapperBase {

  @Context HttpServletRequest request;

  Response answer(Throwable failure) {
    var fault = Faults.of(failure);
    FaultLog.write(fault, failure);
    var answer =
        Response.status(fault.status())
            .type(Problem.MEDIA_TYPE)
            .entity(Problem.of(fault, Languages.of(request), Correlation.current()));
    FaultHeaders.of(fault).forEach(answer::header);
    return answer.build();
  }
}
