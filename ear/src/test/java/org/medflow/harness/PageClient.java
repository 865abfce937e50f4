package org.medflow.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without eyes: cookies, pages as text, and forms sent as a browser sends them. */
public final class PageClient {

  private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
  private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
  private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

  private static final Pattern TOKEN = Pattern.compile("name=\"mf-token\" content=\"([^\"]+)\"");

  private final URI base;
  private final HttpClient http;

  private PageClient(URI base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  public static PageClient anonymous(Medflow server) {
    return new PageClient(server.pages());
  }

  /** Comes in through the sign-in page. */
  public static PageClient signedIn(Medflow server, Staff who) {
    var client = anonymous(server);
    var answer =
        client.submit(
            "/connexion",
            "signIn",
            "enter",
            Map.of("username", who.username(), "password", who.password()));
    if (answer.statusCode() != 302) {
      throw new AssertionError("sign-in page answered " + answer.statusCode());
    }
    return client;
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** Reads the page, fills the form and presses the button. */
  public HttpResponse<String> submit(
      String path, String form, String button, Map<String, String> values) {
    var fields = form(path, form);
    fields.putAll(values);
    fields.put(button, button);
    return send("POST", path, fields, Map.of("Origin", base.toString()));
  }

  /** What a form of this page would send besides what somebody types. */
  public Map<String, String> form(String path, String form) {
    var page = get(path).body();
    int start = page.indexOf("id=\"" + form + "\"");
    if (start < 0) {
      throw new AssertionError("no form " + form + " on " + path);
    }
    return hidden(page.substring(start, page.indexOf("</form>", start)));
  }

  /** The token that scripts of this page would send. */
  public String token(String path) {
    var token = TOKEN.matcher(get(path).body());
    if (!token.find()) {
      throw new AssertionError("no token on " + path);
    }
    return token.group(1);
  }

  /** What this browser would show to every address of the server. */
  public String cookies() {
    return ((CookieManager) http.cookieHandler().orElseThrow())
        .getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
  }

  /** Any method with these fields and headers, as anybody could send it with this cookie. */
  public HttpResponse<String> send(
      String method, String path, Map<String, String> fields, Map<String, String> headers) {
    var body =
        fields.entrySet().stream()
            .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  private static Map<String, String> hidden(String form) {
    var fields = new LinkedHashMap<String, String>();
    var inputs = HIDDEN.matcher(form);
    while (inputs.find()) {
      var name = NAME.matcher(inputs.group());
      var value = VALUE.matcher(inputs.group());
      if (name.find()) {
        fields.put(name.group(1), value.find() ? plain(value.group(1)) : "");
      }
    }
    return fields;
  }

  private static String plain(String html) {
    return html.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "text/html,*/*;q=0.8");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
