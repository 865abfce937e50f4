package org.medflow.platform;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.medflow.harness.Wire;

/** One hostile request, as the bytes that go over the wire. */
record Shot(String mutation, String method, String path, Map<String, String> headers, byte[] body) {

  Shot mutated(String name) {
    return new Shot(name, method, path, headers, body);
  }

  Shot withBody(byte[] other) {
    return new Shot(mutation, method, path, headers, other);
  }

  Shot withPath(String other) {
    return new Shot(mutation, method, other, headers, body);
  }

  Shot withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Shot(mutation, method, path, more, body);
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return Wire.request(method, path, headers, body);
  }
}
