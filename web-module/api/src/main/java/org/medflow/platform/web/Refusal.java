package org.medflow.platform.web;

import java.io.Serial;
import java.util.List;
import org.medflow.platform.error.FieldError;

/** What HTTP itself asks for and did not get: a header, a size, a shape, a pace. */
public final class Refusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  static final int BAD_REQUEST = 400;
  static final int TOO_LARGE = 413;
  static final int PRECONDITION_REQUIRED = 428;
  static final int TOO_MANY = 429;

  private final int status;
  private final String code;
  private final transient List<FieldError> fields;
  private final int retryAfter;

  private Refusal(int status, String code, List<FieldError> fields, int retryAfter) {
    super(code);
    this.status = status;
    this.code = code;
    this.fields = fields;
    this.retryAfter = retryAfter;
  }

  /** The request cannot be read. */
  public static Refusal malformed() {
    return new Refusal(BAD_REQUEST, "malformed", List.of(), 0);
  }

  /** One part of the request cannot be read. */
  public static Refusal malformed(String field, String code) {
    return new Refusal(BAD_REQUEST, "malformed", List.of(new FieldError(field, code)), 0);
  }

  static Refusal badRequest(String code) {
    return new Refusal(BAD_REQUEST, code, List.of(), 0);
  }

  static Refusal tooLarge() {
    return new Refusal(TOO_LARGE, "too-large", List.of(), 0);
  }

  static Refusal preconditionRequired() {
    return new Refusal(PRECONDITION_REQUIRED, "if-match-required", List.of(), 0);
  }

  /** Too many requests; {@code seconds} until the window is over. */
  public static Refusal tooMany(int seconds) {
    return new Refusal(TOO_MANY, "too-many-requests", List.of(), seconds);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  List<FieldError> fields() {
    return fields == null ? List.of() : fields;
  }

  int retryAfter() {
    return retryAfter;
  }
}
