package org.medflow.platform.page;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/** Gives our style sheets, scripts and fonts an address that changes when they do. */
public class FreshFiles extends ResourceHandlerWrapper {

  private static final Set<String> OURS = Set.of("css", "js", "font", "img");
  private static final Map<String, String> MARKS = new ConcurrentHashMap<>();

  public FreshFiles(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    var resource = super.createResource(name, library);
    return resource == null || library == null || !OURS.contains(library)
        ? resource
        : new Marked(resource);
  }

  private static final class Marked extends ResourceWrapper {

    Marked(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public String getRequestPath() {
      var key = getLibraryName() + "/" + getResourceName();
      return super.getRequestPath() + "&v=" + MARKS.computeIfAbsent(key, any -> mark());
    }

    private String mark() {
      try (var content = getWrapped().getInputStream()) {
        var sum = new CRC32();
        sum.update(content.readAllBytes());
        return Long.toHexString(sum.getValue());
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
