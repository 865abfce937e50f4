package org.medflow.platform.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The last word on everything that goes wrong inside JAX-RS. */
@Provider
public class ProblemMapper extends ProblemMapperBase implements ExceptionMapper<Throwable> {

  @Override
  public Response toResponse(Throwable failure) {
    return answer(failure);
  }
}
