package org.medflow.platform.event;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Sends what is due; each step commits by itself, so that a crash repeats at most one message. A
 * message of a type that nobody sends yet waits untouched.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxSender {

  private static final System.Logger LOG = System.getLogger(OutboxSender.class.getName());
  private static final int BATCH = 50;

  @Inject OutboxQuery outbox;
  @Inject Instance<OutboxHandler> handlers;

  @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
  void round() {
    var types = handlers.stream().map(OutboxHandler::type).distinct().toList();
    if (!types.isEmpty()) {
      outbox.lease(BATCH, types).forEach(this::send);
    }
  }

  void send(OutboxMessage message) {
    try {
      handler(message.type())
          .orElseThrow(() -> new IllegalStateException("no handler"))
          .send(message);
      outbox.sent(message.id());
    } catch (RuntimeException refused) {
      LOG.log(Level.WARNING, "outbox message {0} was not sent", message.id());
      outbox.failed(message.id(), String.valueOf(refused.getMessage()));
    }
  }

  private Optional<OutboxHandler> handler(String type) {
    return handlers.stream().filter(handler -> handler.type().equals(type)).findFirst();
  }
}
