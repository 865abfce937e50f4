package org.medflow.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.medflow.platform.error.ClinicException;
import org.medflow.platform.error.Conflict;
import org.medflow.platform.error.FieldError;
import org.medflow.platform.error.Forbidden;
import org.medflow.platform.error.Invalid;
import org.medflow.platform.error.NotFound;
import org.medflow.platform.store.Outage;

/**
 * Which HTTP error a failure is, wherever in a chain of causes the telling one hides. What nobody
 * foresaw is 500 and says nothing about itself.
 */
final class Faults {

  private static final int SOON = 2;

  /** What may be tried again, and after how many seconds when nobody says it better. */
  private static final Map<String, Integer> LATER =
      Map.of("too-many-attempts", 900, "too-soon", 1, "too-many-requests", 60);

  private static final Set<String> UNKNOWN_CALLER =
      Set.of(
          "unauthenticated",
          "session-ended",
          "wrong-credentials",
          "wrong-code",
          "passkey-refused",
          "challenge-ended");

  private static final List<Function<Throwable, Optional<Fault>>> KINDS =
      List.of(
          Faults::ofClinic,
          Faults::ofRefusal,
          Faults::ofValidation,
          StoreFaults::of,
          JsonFaults::of,
          Faults::ofHttp);

  private Faults() {}

  static Fault of(Throwable failure) {
    var chain = Outage.chain(failure);
    for (var kind : KINDS) {
      for (var cause : chain) {
        var fault = kind.apply(cause);
        if (fault.isPresent()) {
          return fault.get();
        }
      }
    }
    return Fault.of(500, "internal");
  }

  private static Optional<Fault> ofClinic(Throwable failure) {
    return failure instanceof ClinicException known ? Optional.of(clinic(known)) : Optional.empty();
  }

  private static Fault clinic(ClinicException known) {
    if (known instanceof Forbidden) {
      return forbidden((Forbidden) known);
    }
    if (known instanceof NotFound) {
      return with(404, known);
    }
    if (known instanceof Conflict) {
      return with(409, known);
    }
    if (known instanceof Invalid) {
      return with("malformed".equals(known.code()) ? 400 : 422, known);
    }
    return Fault.later(503, known.code(), SOON);
  }

  private static Fault with(int status, ClinicException known) {
    return new Fault(status, known.code(), known.fields(), known.details(), 0);
  }

  private static Fault forbidden(Forbidden known) {
    var code = known.code();
    if (LATER.containsKey(code)) {
      int told = known.retryAfter();
      return Fault.later(429, code, told > 0 ? told : LATER.get(code));
    }
    return Fault.of(UNKNOWN_CALLER.contains(code) ? 401 : 403, code);
  }

  private static Optional<Fault> ofRefusal(Throwable failure) {
    return failure instanceof Refusal no
        ? Optional.of(new Fault(no.status(), no.code(), no.fields(), Map.of(), no.retryAfter()))
        : Optional.empty();
  }

  private static Optional<Fault> ofValidation(Throwable failure) {
    return failure instanceof ConstraintViolationException broken
        ? Optional.of(new Fault(422, "invalid", fields(broken), Map.of(), 0))
        : Optional.empty();
  }

  private static List<FieldError> fields(ConstraintViolationException broken) {
    return broken.getConstraintViolations().stream().map(Faults::field).distinct().toList();
  }

  private static FieldError field(ConstraintViolation<?> broken) {
    var path = broken.getPropertyPath().toString().split("\\.", 3);
    var rule = broken.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    return new FieldError(path[path.length - 1], code(rule));
  }

  private static String code(String rule) {
    return switch (rule) {
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      case "Size", "Max" -> "too-long";
      default -> "bad-format";
    };
  }

  private static Optional<Fault> ofHttp(Throwable failure) {
    if (failure.getClass().getSimpleName().equals("RequestTooBigException")) {
      return Optional.of(ofStatus(413));
    }
    return failure instanceof WebApplicationException http
        ? Optional.of(ofStatus(http.getResponse().getStatus()))
        : Optional.empty();
  }

  /** A status that the server or JAX-RS chose without saying more. */
  static Fault ofStatus(int status) {
    return switch (status) {
      case 401 -> Fault.of(401, "unauthenticated");
      case 403 -> Fault.of(403, "forbidden");
      case 404, 410 -> Fault.of(404, "not-found");
      case 405, 501 -> Fault.of(405, "method-not-allowed");
      case 406 -> Fault.of(406, "not-acceptable");
      case 413 -> Fault.of(413, "too-large");
      case 415 -> Fault.of(415, "unsupported-media-type");
      case 503 -> Fault.later(503, "unavailable", SOON);
      default -> Fault.of(status >= 400 && status < 500 ? 400 : 500, code(status));
    };
  }

  private static String code(int status) {
    return status >= 400 && status < 500 ? "malformed" : "internal";
  }
}
