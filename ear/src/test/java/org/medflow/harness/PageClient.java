package org.medflow.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
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
  private final CookieManager cookies;
  private final HttpClient http;

  private PageClient(URI base, CookieManager cookies, HttpClient http) {
    this.base = base;
    this.cookies = cookies;
    this.http = http;
  }

  public static PageClient anonymous(Medflow server) {
    var cookies = new CookieManager();
    var http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    return new PageClient(server.pages(), cookies, http);
  }

  /** The same browser at another address of the house, with the cookies that it has. */
  public PageClient at(Medflow server) {
    return new PageClient(server.pages(), cookies, http);
  }

  /** The value of a cookie that this browser keeps, empty without one. */
  public String cookie(String name) {
    return cookies().getOrDefault(name, "");
  }

  /** Comes in through the sign-in page. */
  public static PageClient signedIn(Medflow server, Staff who) {
    var client = anonymous(server);
    client.signIn(who);
    return client;
  }

  /** The same with the cookies that this browser has already. */
  public void signIn(Staff who) {
    var answer = signIn(who.username(), who.password());
    if (answer.statusCode() != 302) {
      throw new AssertionError("sign-in page answered " + answer.statusCode());
    }
  }

  /** Fills the sign-in page and presses its button. */
  public HttpResponse<String> signIn(String username, String password) {
    return submit(
        "/connexion", "signIn", "enter", Map.of("username", username, "password", password));
  }

  /** What this browser holds, by name. */
  public Map<String, String> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue, (one, other) -> one));
  }

  /** Plants a cookie, as somebody does who has had this browser in her hands before. */
  public PageClient holding(String name, String value) {
    var cookie = new HttpCookie(name, value);
    cookie.setPath("/");
    cookie.setVersion(0);
    cookie.setDomain(base.getHost());
    cookies.getCookieStore().add(base, cookie);
    return this;
  }

  /** A form as another page sends it, with this browser's cookies. */
  public HttpResponse<String> post(String path, String form, Map<String, String> headers) {
    var request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
    headers.forEach(request::header);
    return send(request.POST(BodyPublishers.ofString(form)).build());
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  /** Reads the page, fills the form and presses the button. */
  public HttpResponse<String> submit(
      String path, String form, String button, Map<String, String> values) {
    return post(path, filled(path, form, button, values));
  }

  /** Reads the page and fills the form, as it would be sent. */
  public String filled(String path, String form, String button, Map<String, String> values) {
    var fields = form(path, form);
    fields.putAll(values);
    fields.put(button, button);
    return coded(fields);
  }

  /** Sends what {@link #filled} made. */
  public HttpResponse<String> post(String path, String body) {
    return post(path, body, Map.of("Origin", base.toString()));
  }

  /** The same as the script of a page sends it. */
  public HttpResponse<String> postByScript(String path, String body) {
    return post(
        path,
        body + "&jakarta.faces.partial.ajax=true&jakarta.faces.source=save",
        Map.of("Origin", base.toString(), "Faces-Request", "partial/ajax"));
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
  public String cookieHeader() {
    return cookies().entrySet().stream()
        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /** Any method with these fields and headers, as anybody could send it with this cookie. */
  public HttpResponse<String> send(
      String method, String path, Map<String, String> fields, Map<String, String> headers) {
    var request =
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(coded(fields)));
    headers.forEach(request::header);
    return send(request.build());
  }

  private static String coded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> coded(field.getKey()) + "=" + coded(field.getValue()))
        .collect(Collectors.joining("&"));
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
