package org.medflow.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.medflow.platform.Ids;

/** The name of a request in the logs, the audit trail and the answer. */
public final class Correlation {

  public static final String HEADER = "X-Correlation-ID";

  private static final String KEY = "correlationId";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private Correlation() {}

  /** Takes the caller's name for the request if it is a harmless one, else makes one. */
  public static String begin(String offered) {
    var id = sane(offered) ? offered : Ids.next().toString();
    MDC.put(KEY, id);
    return id;
  }

  /** The name of the request being served on this thread. */
  static String current() {
    return String.valueOf(MDC.get(KEY));
  }

  /** The same where the container answers after the request was left: the header is still there. */
  static String of(HttpServletResponse response) {
    var answered = response.getHeader(HEADER);
    return answered == null ? current() : answered;
  }

  public static void end() {
    MDC.remove(KEY);
  }

  static boolean sane(String offered) {
    return offered != null && SANE.matcher(offered).matches();
  }
}
