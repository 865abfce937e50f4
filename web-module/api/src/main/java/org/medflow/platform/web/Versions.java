package org.medflow.platform.web;

import java.util.regex.Pattern;

/** The version of a record as it travels in ETag and If-Match. */
public final class Versions {

  private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

  private Versions() {}

  /** Content of a strong ETag; the quotes come with the header. */
  public static String tag(long version) {
    return String.valueOf(version);
  }

  /** The version that the caller has seen; asking for none is refused. */
  public static long required(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw Refusal.preconditionRequired();
    }
    var tag = TAG.matcher(ifMatch.trim());
    if (!tag.matches()) {
      throw Refusal.malformed("If-Match", "bad-format");
    }
    return Long.parseLong(tag.group(1));
  }
}
