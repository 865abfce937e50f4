package org.medflow.platform.web;

import static jakarta.servlet.http.HttpServletResponse.SC_OK;
import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * MicroProfile Health of the application on the port that people use: a load balancer asks here.
 * The server's own endpoint on the management port knows no beans of an EAR's modules, only the
 * server's state.
 */
@WebServlet(urlPatterns = {"/health/ready", "/health/live"})
public class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject @Readiness transient Instance<HealthCheck> ready;
  @Inject @Liveness transient Instance<HealthCheck> live;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var checks = request.getServletPath().endsWith("/ready") ? ready : live;
    var answers = checks.stream().map(HealthCheck::call).toList();
    response.setStatus(HealthText.up(answers) ? SC_OK : SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(HealthText.of(answers).getBytes(StandardCharsets.UTF_8));
  }
}
