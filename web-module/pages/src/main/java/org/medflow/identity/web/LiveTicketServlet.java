package org.medflow.identity.web;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.medflow.identity.boundary.LiveTickets;

/** Sells a page the ticket that opens the live socket once. */
@WebServlet("/en-direct")
public class LiveTicketServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient LiveTickets tickets;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json;charset=UTF-8");
    response
        .getWriter()
        .write(Json.createObjectBuilder().add("ticket", tickets.issue()).build().toString());
  }
}
