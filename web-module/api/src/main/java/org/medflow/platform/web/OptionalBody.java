package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A JSON body that may be left out, as with DELETE. */
public final class OptionalBody {

  private OptionalBody() {}

  /** The body as this type; empty when nothing was sent. */
  public static <T> Optional<T> of(HttpServletRequest request, Class<T> type) {
    try {
      var bytes = request.getInputStream().readAllBytes();
      return bytes.length == 0
          ? Optional.empty()
          : Optional.ofNullable(type.cast(Json.read(new ByteArrayInputStream(bytes), type)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
