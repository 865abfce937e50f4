package org.medflow.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medflow.platform.Ids;
import org.medflow.platform.store.FakeInstance;
import org.medflow.platform.store.FakeRows;

class OutboxSenderTest {

  private final List<OutboxMessage> sent = new ArrayList<>();
  private final FakeRows rows = new FakeRows();

  private OutboxHandler handler(String type) {
    return new OutboxHandler() {
      @Override
      public String type() {
        return type;
      }

      @Override
      public void send(OutboxMessage message) {
        if (message.json().contains("refuse")) {
          throw new IllegalStateException("the other side is down");
        }
        sent.add(message);
      }
    };
  }

  private OutboxSender sender(OutboxHandler... handlers) {
    var sender = new OutboxSender();
    sender.outbox = new OutboxQuery(rows);
    sender.handlers = new FakeInstance<>(handlers);
    return sender;
  }

  private static OutboxMessage message(String type, String json) {
    return new OutboxMessage(Ids.next(), "notification", type, "key", json, 1);
  }

  @Test
  void marksAMessageSentOnlyAfterItsHandlerReturned() {
    var message = message("sms", "{}");
    sender(handler("sms")).send(message);
    assertThat(sent).containsExactly(message);
    assertThat(rows.last().sql()).contains("set sent_at = now()");
    assertThat(rows.last().parameters()).containsExactly(message.id());
  }

  @Test
  void keepsAMessageThatTheOtherSideRefused() {
    var message = message("sms", "{\"a\":\"refuse\"}");
    sender(handler("sms")).send(message);
    assertThat(sent).isEmpty();
    assertThat(rows.last().sql()).contains("parked_at").doesNotContain("sent_at = now()");
    assertThat(rows.last().parameters()).containsExactly("the other side is down", 8, message.id());
  }

  @Test
  void keepsAMessageThatNobodyHandles() {
    sender(handler("mail")).send(message("sms", "{}"));
    assertThat(rows.last().parameters()).contains("no handler");
  }

  @Test
  void goesOnWithTheNextMessageAfterARefusal() {
    UUID first = Ids.next();
    UUID second = Ids.next();
    rows.answer(
        "update medflow.outbox o", leased(first, "{\"a\":\"refuse\"}"), leased(second, "{}"));
    sender(handler("sms")).round();
    assertThat(sent).extracting(OutboxMessage::id).containsExactly(second);
    assertThat(sent.get(0).attempts()).isEqualTo(3);
  }

  @Test
  void leasesNothingWhileNobodyCouldSendIt() {
    sender().round();
    assertThat(rows.calls()).isEmpty();
  }

  @Test
  void leasesAtMostOneRoundOfMessages() {
    sender(handler("sms")).round();
    assertThat(rows.last().parameters()).containsExactly(List.of("sms"), 50);
    assertThat(rows.last().sql()).contains("skip locked");
  }

  @Test
  void addsAMessageInTheCallersTransaction() {
    var outbox = new Outbox();
    outbox.rows = new OutboxQuery(rows);
    outbox.add("notification", "sms", "patient-1", "{}");
    assertThat(rows.last().parameters().subList(1, 5))
        .containsExactly("notification", "sms", "patient-1", "{}");
  }

  private static java.util.Map<String, Object> leased(UUID id, String json) {
    return FakeRows.row(
        "id", id, "room", "notification", "type", "sms", "key", "k", "json", json, "attempts", 3);
  }
}
