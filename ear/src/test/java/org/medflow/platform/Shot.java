package org.medflow.platform;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!headers.containsKey("Content-Length")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(body);
    return all.toByteArray();
  }
}
