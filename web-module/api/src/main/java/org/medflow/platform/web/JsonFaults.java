package org.medflow.platform.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medflow.platform.error.FieldError;

/** JSON that cannot be read, or does not have the shape asked for: 400, naming the field. */
final class JsonFaults {

  private static final int LONGEST = 100;

  private JsonFaults() {}

  static Optional<Fault> of(Throwable failure) {
    if (failure instanceof JsonMappingException shape) {
      return Optional.of(new Fault(400, "malformed", fields(shape), Map.of(), 0));
    }
    return failure instanceof JacksonException
        ? Optional.of(Fault.of(400, "malformed"))
        : Optional.empty();
  }

  private static List<FieldError> fields(JsonMappingException shape) {
    var path = new StringBuilder();
    for (var step : shape.getPath()) {
      path.append(
          step.getFieldName() == null
              ? "[" + step.getIndex() + "]"
              : (path.isEmpty() ? "" : ".") + step.getFieldName());
    }
    var code = shape instanceof UnrecognizedPropertyException ? "unknown-field" : "bad-format";
    return path.isEmpty()
        ? List.of()
        : List.of(new FieldError(path.substring(0, Math.min(LONGEST, path.length())), code));
  }
}
