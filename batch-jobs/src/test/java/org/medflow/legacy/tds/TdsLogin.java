package org.medflow.legacy.tds;

/** Who asks to come in, and for what. */
record TdsLogin(String user, String password, String database, boolean readOnlyIntent) {

  private static final int TYPE_FLAGS = 26;
  private static final int READ_ONLY = 0x20;
  private static final int USER = 40;
  private static final int PASSWORD = 44;
  private static final int DATABASE = 68;

  static TdsLogin of(byte[] request) {
    return new TdsLogin(
        field(request, USER),
        plain(field(request, PASSWORD)),
        field(request, DATABASE),
        (request[TYPE_FLAGS] & READ_ONLY) != 0);
  }

  private static String field(byte[] request, int place) {
    var in = new TdsInput(request).at(place);
    int from = in.u16();
    int length = in.u16();
    return in.at(from).unicode(length);
  }

  /** Halves of bytes are swapped and mixed with 0xA5, which hides a password from nobody. */
  private static String plain(String hidden) {
    var bytes = TdsBytes.unicode(hidden);
    for (int i = 0; i < bytes.length; i++) {
      int mixed = (bytes[i] & 0xFF) ^ 0xA5;
      bytes[i] = (byte) (mixed >> 4 | mixed << 4);
    }
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_16LE);
  }
}
