package org.medflow.platform.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** JAX-RS answers its own exceptions by itself unless somebody asks for exactly them. */
@Provider
public class HttpProblemMapper extends ProblemMapperBase
    implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException failure) {
    return answer(failure);
  }
}
