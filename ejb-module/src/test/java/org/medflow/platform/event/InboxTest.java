package org.medflow.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.medflow.platform.store.FakeRows;

class InboxTest {

  private static Inbox inbox(FakeRows rows) {
    var query = new Inbox.InboxQuery();
    query.rows = rows;
    var inbox = new Inbox();
    inbox.messages = query;
    return inbox;
  }

  @Test
  void takesAMessageInTheFirstTime() {
    var rows = new FakeRows();
    assertThat(inbox(rows).first("lab", "MSG-1")).isTrue();
    assertThat(rows.last().parameters()).containsExactly("lab", "MSG-1");
  }

  @Test
  void knowsAMessageThatCameBefore() {
    assertThat(inbox(new FakeRows().touches("inbox", 0)).first("lab", "MSG-1")).isFalse();
  }
}
