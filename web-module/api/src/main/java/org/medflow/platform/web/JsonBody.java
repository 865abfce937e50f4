package org.medflow.platform.web;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes every JSON body of the API with our own strict rules. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

  @Override
  public boolean isReadable(Class<?> type, Type of, Annotation[] about, MediaType media) {
    return json(media);
  }

  @Override
  public Object readFrom(
      Class<Object> type,
      Type of,
      Annotation[] about,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var read = read(body.readAllBytes(), of);
    if (read == null) {
      throw Refusal.malformed();
    }
    return read;
  }

  /** RESTEasy maps Jackson's own exceptions before our mapper sees them, so they go in disguise. */
  private static Object read(byte[] bytes, Type of) throws IOException {
    try {
      return bytes.length == 0 ? null : Json.read(new ByteArrayInputStream(bytes), of);
    } catch (JacksonException unreadable) {
      throw new BadRequestException(unreadable);
    }
  }

  @Override
  public boolean isWriteable(Class<?> type, Type of, Annotation[] about, MediaType media) {
    return json(media);
  }

  @Override
  public void writeTo(
      Object value,
      Class<?> type,
      Type of,
      Annotation[] about,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    body.write(Json.bytes(value));
  }

  private static boolean json(MediaType media) {
    return "application".equals(media.getType())
        && (media.getSubtype().equals("json") || media.getSubtype().endsWith("+json"));
  }
}
