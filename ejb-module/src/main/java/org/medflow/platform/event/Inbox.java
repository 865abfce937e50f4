package org.medflow.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.medflow.platform.store.Rows;

/** What came in from outside, once each: the primary key decides, in the caller's transaction. */
@ApplicationScoped
public class Inbox {

  @Inject InboxQuery messages;

  /** True for the first arrival; false for a message that was taken in before. */
  public boolean first(String source, String messageKey) {
    return messages.add(source, messageKey);
  }

  /** The table behind. */
  @ApplicationScoped
  static class InboxQuery {

    @Inject Rows rows;

    boolean add(String source, String messageKey) {
      return rows.update(
              """
              insert into medflow.inbox (source, message_key) values (?, ?)
              on conflict (source, message_key) do nothing
              """,
              source,
              messageKey)
          == 1;
    }
  }
}
