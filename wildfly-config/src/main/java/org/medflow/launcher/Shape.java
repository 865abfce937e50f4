package org.medflow.launcher;

import java.util.regex.Pattern;

/** What the value of a setting looks like. */
enum Shape {
  TEXT("a text of one line", "\\P{Cntrl}+"),
  HOST("a name or address", "[\\p{Alnum}.:_\\-]+"),
  HOSTS("hosts with ports, such as 10.0.0.1[7600],10.0.0.2[7600]", "[\\p{Alnum}.:_\\-,\\[\\]]+"),
  NUMBER("a whole number above 0", "[1-9][0-9]{0,8}"),
  PORT(
      "a port from 1 to 65535",
      "[1-9][0-9]{0,3}|[1-5][0-9]{4}" + "|6([0-4][0-9]{3}|5([0-4][0-9]{2}|5([0-2][0-9]|3[0-5])))"),
  SIZE("a size such as 512m or 2g", "[1-9][0-9]{0,4}[mg]"),
  MACHINE("options of Java that begin with -X", "-X\\S+( -X\\S+)*"),
  SWITCH("true or false", "(?i)true|false"),
  DATABASE("an address that begins with jdbc:postgresql://", "jdbc:postgresql://\\P{Cntrl}+"),
  PAGES(
      "an address with a name, such as https://medflow.clinic.lan:8443",
      "https?://[^\\p{Cntrl} ]+"),
  KEY("32 bytes in base64", "[A-Za-z0-9+/]{43}="),
  OLD_KEY("32 bytes in hexadecimal", "[0-9A-Fa-f]{64}"),
  KEY_ID("a number from 1 to 99", "[1-9][0-9]?");

  private final String words;
  private final Pattern pattern;

  Shape(String words, String pattern) {
    this.words = words;
    this.pattern = Pattern.compile(pattern);
  }

  String words() {
    return words;
  }

  boolean fits(String value) {
    return pattern.matcher(value.strip()).matches();
  }
}
