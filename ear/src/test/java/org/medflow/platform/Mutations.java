package org.medflow.platform;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Every way in which a sound request is spoilt; the same seed spoils the same way. */
final class Mutations {

  private static final Pattern VALUE =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"(?!\\s*:)|-?\\d+");
  private static final String[] WRONG = {
    "null",
    "true",
    "0",
    "-1",
    "[]",
    "{}",
    "[null]",
    "\"\"",
    "\" \"",
    "\"2026-02-30\"",
    "\"<script>alert(1)</script>\"",
    "\"' or 1=1 --\"",
    "\"../../etc/passwd\"",
    "\"${jndi:x}\"",
    "\"\\u202e\\u0000\"",
    "\"0000-00-00\"",
    "\"+99999999-12-31\"",
    "{\"a\":{\"b\":[1,2,{}]}}"
  };
  private static final String[] HUGE = {
    "1e400",
    "-1e400",
    "99999999999999999999999999",
    "9223372036854775808",
    "1e-400",
    "0.1e1",
    "-0",
    "1".repeat(5_000),
    "1e999999999"
  };
  private static final String[] TYPES = {
    "text/plain",
    "application/xml",
    "application/json; charset=utf-16",
    "multipart/form-data",
    "application/x-www-form-urlencoded",
    "application/json-patch+json",
    "*/*",
    "nonsense",
    ""
  };
  private static final String[][] HEADERS = {
    {"If-Match", "*"},
    {"If-Match", "\"abc\""},
    {"If-Match", "W/\"0\""},
    {"If-Match", "\"-1\""},
    {"If-Match", "\"99999999999999999999\""},
    {"If-Match", ""},
    {"X-Clinic-ID", "'; drop table"},
    {"X-Clinic-ID", "\u00e9\u0000x"},
    {"X-Clinic-ID", "00000000-0000-0000-0000-000000000000"},
    {"Idempotency-Key", "a"},
    {"Idempotency-Key", "k".repeat(300)},
    {"Idempotency-Key", "cl\u00e9 avec espaces"},
    {"Accept-Language", "zz-ZZ;q=banana"},
    {"Accept-Language", "fr;q=" + "9".repeat(400)},
    {"Accept", "image/png"},
    {"Accept", "bad"},
    {"Authorization", "Bearer "},
    {"Authorization", "Bearer a.b.c"},
    {"Authorization", "Basic Og=="},
    {"Authorization", "Operator " + "x".repeat(64)},
    {"Content-Encoding", "gzip"},
    {"Content-Length", "-5"},
    {"Content-Length", "abc"},
    {"Transfer-Encoding", "chunked"},
    {"Expect", "100-continue"},
    {"Cookie", "JSESSIONID=../../x; a=b; a=c"},
    {"X-Forwarded-For", "127.0.0.1, evil"},
    {"X-Correlation-ID", "a\tb<script>"},
    {"X-Long", "l".repeat(20_000)},
    {"X-HTTP-Method-Override", "DELETE"},
    {"Range", "bytes=0-,-1"}
  };
  private static final String[] PATHS = {
    "/%00", "/..%2f..%2f", "/%ff%fe", "/a;b=c", "//", "/null", "?size=abc&size=-1", "?q=%", "/%252e"
  };

  private interface Mutation {
    Shot of(Shot shot);
  }

  private final Random random;
  private final List<Mutation> all =
      List.of(
          this::truncated,
          this::wrongType,
          this::wrongType,
          this::nested,
          this::hugeNumber,
          this::nul,
          this::loneSurrogate,
          this::oversize,
          this::doubledKey,
          this::contentType,
          this::brokenUtf8,
          this::header,
          this::header,
          this::unknownMember,
          this::notAnObject,
          this::path,
          this::flippedBytes,
          this::byteOrderMark,
          this::longText);

  Mutations(Random random) {
    this.random = random;
  }

  /** One mutation, now and then two on top of each other. */
  Shot of(Shot shot) {
    var once = all.get(random.nextInt(all.size())).of(shot);
    return random.nextInt(5) == 0 ? all.get(random.nextInt(all.size())).of(once) : once;
  }

  private Shot truncated(Shot shot) {
    var cut = Arrays.copyOf(shot.body(), random.nextInt(Math.max(1, shot.body().length)));
    return shot.withBody(cut).mutated("truncated");
  }

  private Shot wrongType(Shot shot) {
    return replaced(shot, pick(WRONG)).mutated("wrong type");
  }

  private Shot hugeNumber(Shot shot) {
    return replaced(shot, pick(HUGE)).mutated("huge number");
  }

  private Shot nul(Shot shot) {
    var value = random.nextBoolean() ? "\"a\\u0000b\"" : "\"a\0b\"";
    return replaced(shot, value).mutated("NUL");
  }

  private Shot loneSurrogate(Shot shot) {
    var value = random.nextBoolean() ? "\"x\\ud800y\"" : "\"\\udc00\"";
    return replaced(shot, value).mutated("lone surrogate");
  }

  private Shot longText(Shot shot) {
    var text = "é".repeat(1 + random.nextInt(20_000));
    return replaced(shot, '"' + text + '"').mutated("long text");
  }

  private Shot nested(Shot shot) {
    int depth = 10 << random.nextInt(12);
    var value =
        random.nextBoolean()
            ? "[".repeat(depth) + "]".repeat(depth)
            : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    return (random.nextBoolean() ? replaced(shot, value) : text(shot, value)).mutated("nested");
  }

  private Shot oversize(Shot shot) {
    if (random.nextInt(8) != 0) {
      return text(shot, " ".repeat(random.nextInt(40_000)) + shot.text()).mutated("padded");
    }
    var filler = "x".repeat(2 << 20);
    return text(shot, "{\"filler\":\"" + filler + "\"}").mutated("oversize");
  }

  private Shot doubledKey(Shot shot) {
    var body = shot.text();
    int brace = body.indexOf('{');
    int end = body.indexOf(',', brace + 1);
    if (brace < 0 || end < 0) {
      return shot.mutated("doubled key");
    }
    var first = body.substring(brace + 1, end);
    return text(shot, body.substring(0, brace + 1) + first + "," + body.substring(brace + 1))
        .mutated("doubled key");
  }

  private Shot contentType(Shot shot) {
    return shot.withHeader("Content-Type", pick(TYPES)).mutated("content type");
  }

  private Shot brokenUtf8(Shot shot) {
    var broken = shot.body().clone();
    if (broken.length > 0) {
      broken[random.nextInt(broken.length)] = (byte) (0x80 + random.nextInt(0x80));
    }
    return shot.withBody(broken).mutated("broken UTF-8");
  }

  private Shot header(Shot shot) {
    var header = HEADERS[random.nextInt(HEADERS.length)];
    return shot.withHeader(header[0], header[1]).mutated("header " + header[0]);
  }

  private Shot unknownMember(Shot shot) {
    var member =
        pick(
            "\"id\":\"00000000-0000-0000-0000-000000000000\"",
            "\"version\":-1",
            "\"__proto__\":{}",
            "\"deletedAt\":null",
            "\"" + "k".repeat(3_000) + "\":1");
    return text(shot, shot.text().replaceFirst("\\{", "{" + member + ","))
        .mutated("unknown member");
  }

  private Shot notAnObject(Shot shot) {
    return text(
            shot, pick("", " ", "null", "[]", "1", "\"x\"", "{}", "{", "}", "\0", "NaN", "\u2028"))
        .mutated("not an object");
  }

  private Shot path(Shot shot) {
    int last = shot.path().lastIndexOf('/');
    var other = random.nextBoolean() ? shot.path() : shot.path().substring(0, last);
    return shot.withPath(other + pick(PATHS)).mutated("path");
  }

  private Shot flippedBytes(Shot shot) {
    var bytes = shot.body().clone();
    for (int i = 1 + random.nextInt(6); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return shot.withBody(bytes).mutated("flipped bytes");
  }

  private Shot byteOrderMark(Shot shot) {
    return text(shot, "\ufeff" + shot.text()).mutated("byte order mark");
  }

  private Shot replaced(Shot shot, String value) {
    var body = shot.text();
    var places = VALUE.matcher(body).results().toList();
    if (places.isEmpty()) {
      return text(shot, value);
    }
    var place = places.get(random.nextInt(places.size()));
    return text(shot, body.substring(0, place.start()) + value + body.substring(place.end()));
  }

  private static Shot text(Shot shot, String body) {
    return shot.withBody(body.getBytes(StandardCharsets.UTF_8));
  }

  private String pick(String... from) {
    return from[random.nextInt(from.length)];
  }
}
