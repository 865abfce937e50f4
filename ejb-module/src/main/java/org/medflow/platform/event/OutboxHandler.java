package org.medflow.platform.event;

/** Sends the messages of one type; a throw means: not sent, try again later. */
public interface OutboxHandler {

  String type();

  void send(OutboxMessage message);
}
