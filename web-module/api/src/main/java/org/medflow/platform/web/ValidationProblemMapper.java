package org.medflow.platform.web;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** RESTEasy answers broken constraints in its own words unless somebody asks for exactly them. */
@Provider
public class ValidationProblemMapper extends ProblemMapperBase
    implements ExceptionMapper<ValidationException> {

  @Override
  public Response toResponse(ValidationException failure) {
    return answer(failure);
  }
}
