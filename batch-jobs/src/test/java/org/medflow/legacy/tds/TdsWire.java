package org.medflow.legacy.tds;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

/** Messages on one connection, cut into packets of the usual 4,096 bytes. */
final class TdsWire {

  static final int LOGIN = 0x10;
  static final int PRELOGIN = 0x12;
  static final int BATCH = 0x01;
  static final int CALL = 0x03;
  static final int ATTENTION = 0x06;

  static final int PACKET = 4_096;

  private static final int HEADER = 8;
  private static final int REPLY = 0x04;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final byte[] packet = new byte[PACKET];
  private int filled = HEADER;
  private int number;

  TdsWire(Socket socket) throws IOException {
    this.socket = socket;
    in = new DataInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** A request and its kind. */
  record Message(int kind, byte[] content) {}

  /** The next request; null when the other side has gone. */
  Message read() throws IOException {
    var content = new ByteArrayOutputStream();
    while (true) {
      int kind = in.read();
      if (kind < 0) {
        return null;
      }
      boolean last = (in.readUnsignedByte() & 1) == 1;
      int length = in.readUnsignedShort();
      in.skipNBytes(HEADER - 4);
      content.write(in.readNBytes(length - HEADER));
      if (last) {
        return new Message(kind, content.toByteArray());
      }
    }
  }

  void write(TdsBytes bytes) throws IOException {
    var content = bytes.all();
    for (int from = 0; from < content.length; ) {
      int part = Math.min(content.length - from, PACKET - filled);
      System.arraycopy(content, from, packet, filled, part);
      filled += part;
      from += part;
      if (filled == PACKET) {
        send(false);
      }
    }
  }

  /** Ends the reply. */
  void end() throws IOException {
    send(true);
    out.flush();
  }

  /** What was written goes out, and then the line breaks. */
  void breakOff() throws IOException {
    send(false);
    out.flush();
    socket.close();
  }

  private void send(boolean last) throws IOException {
    packet[0] = REPLY;
    packet[1] = (byte) (last ? 1 : 0);
    packet[2] = (byte) (filled >> 8);
    packet[3] = (byte) filled;
    packet[4] = 0;
    packet[5] = 0;
    packet[6] = (byte) ++number;
    packet[7] = 0;
    out.write(packet, 0, filled);
    filled = HEADER;
  }
}
