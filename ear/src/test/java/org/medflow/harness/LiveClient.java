package org.medflow.harness;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocket.Listener;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A listener on the live line of a server: what it was told, and how the line ended. */
public final class LiveClient implements Listener, AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<String> first = new CompletableFuture<>();
  private WebSocket line;

  private LiveClient() {}

  /** Shows a ticket at the door; whether it was good is told by {@link #seated()}. */
  public static LiveClient open(Medflow server, String ticket) {
    var client = new LiveClient();
    var address = "ws://127.0.0.1:%d/live?ticket=%s".formatted(server.ports().pages(), ticket);
    client.line = HTTP.newWebSocketBuilder().buildAsync(URI.create(address), client).join();
    return client;
  }

  /** Says ping and waits for what comes first, the answer or the end of the line. */
  public boolean seated() {
    line.sendText("ping", true);
    return first.orTimeout(20, TimeUnit.SECONDS).join().equals("pong");
  }

  /** Everything heard so far. */
  public List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
    told.add(text.toString());
    first.complete(text.toString());
    socket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
    first.complete("closed");
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable failure) {
    first.complete("broken");
  }

  @Override
  public void close() {
    line.abort();
  }
}
