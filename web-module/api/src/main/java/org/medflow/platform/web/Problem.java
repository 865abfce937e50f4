package org.medflow.platform.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.medflow.platform.error.ErrorTexts;

/**
 * An error as RFC 9457 wants it, in the caller's language.
 *
 * @param code machine-readable; the message key {@code error.<code>}
 * @param correlationId finds the request in the log
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    List<Field> fields,
    String correlationId,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) Map<String, Object> more) {

  static final String MEDIA_TYPE = "application/problem+json";

  /** A broken field with the sentence to show beside it. */
  record Field(String field, String code, String message) {}

  static Problem of(Fault fault, Locale language, String correlationId) {
    return new Problem(
        "urn:medflow:problem:" + fault.code(),
        title(fault.status()),
        fault.status(),
        ErrorTexts.of(fault.code(), language),
        fault.code(),
        fault.fields().stream()
            .map(f -> new Field(f.field(), f.code(), ErrorTexts.of(f.code(), language)))
            .toList(),
        correlationId,
        fault.details());
  }

  @JsonAnyGetter
  Map<String, Object> details() {
    return more;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 428 -> "Precondition Required";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
