package org.medflow.platform.web;

import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;

/** MicroProfile Metrics for whoever holds the token, or asks from this machine. */
@WebServlet(urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!MetricsReader.of(request).allowed(System.getenv("MEDFLOW_METRICS_TOKEN"))) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"medflow-metrics\"");
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    new MetricsRequestHandler()
        .handleRequest(
            "/metrics",
            "GET",
            accepted(request),
            Map.of(),
            (status, body, headers) -> answer(response, status, body, headers));
  }

  private static Stream<String> accepted(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Accept")).stream();
  }

  private static void answer(
      HttpServletResponse response, int status, String body, Map<String, String> headers)
      throws IOException {
    headers.forEach(response::setHeader);
    response.setStatus(status);
    response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
  }
}
