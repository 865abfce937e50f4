package org.medflow.legacy.tds;

import java.util.List;

/** The tokens of a reply. */
final class TdsReply {

  static final String SERVER = "stand-in";

  private static final int COUNTED = 0x10;
  private static final int FAILED = 0x02;
  private static final int MORE = 0x01;
  private static final int ATTENTION = 0x20;
  private static final int SELECT = 0xC1;

  private TdsReply() {}

  /** Version, and that this server does not encrypt. */
  static TdsBytes prelogin() {
    return new TdsBytes()
        .raw((byte) 0, (byte) 0, (byte) 11, (byte) 0, (byte) 6)
        .raw((byte) 1, (byte) 0, (byte) 17, (byte) 0, (byte) 1)
        .u8(0xFF)
        .raw((byte) 15, (byte) 0, (byte) 0x07, (byte) 0xD0, (byte) 0, (byte) 0)
        .u8(2);
  }

  static TdsBytes welcome(String database) {
    var changes = new TdsBytes();
    change(changes, new TdsBytes().u8(1).shortText(database).shortText("master"));
    change(changes, new TdsBytes().u8(7).u8(5).raw(TdsColumn.COLLATION).u8(0));
    var size = String.valueOf(TdsWire.PACKET);
    change(changes, new TdsBytes().u8(4).shortText(size).shortText(size));
    var accepted =
        new TdsBytes()
            .u8(1)
            .raw((byte) 0x74, (byte) 0, (byte) 0, (byte) 4)
            .shortText("Microsoft SQL Server")
            .raw((byte) 15, (byte) 0, (byte) 0x07, (byte) 0xD0)
            .all();
    return changes.u8(0xAD).u16(accepted.length).raw(accepted).raw(done().all());
  }

  private static void change(TdsBytes to, TdsBytes what) {
    to.u8(0xE3).u16(what.all().length).raw(what.all());
  }

  static TdsBytes columns(List<TdsColumn> columns) {
    var token = new TdsBytes().u8(0x81).u16(columns.size());
    columns.forEach(column -> column.describe(token));
    return token;
  }

  static TdsBytes error(int number, String text) {
    var severity = number == 1205 ? 13 : number == 18456 ? 14 : 16;
    var body =
        new TdsBytes()
            .i32(number)
            .u8(1)
            .u8(severity)
            .text(text)
            .shortText(SERVER)
            .shortText("")
            .i32(1)
            .all();
    return new TdsBytes().u8(0xAA).u16(body.length).raw(body);
  }

  static TdsBytes done() {
    return new TdsBytes().u8(0xFD).u16(0).u16(0).i64(0);
  }

  static TdsBytes selected(long rows) {
    return new TdsBytes().u8(0xFD).u16(COUNTED).u16(SELECT).i64(rows);
  }

  static TdsBytes failed() {
    return new TdsBytes().u8(0xFD).u16(FAILED).u16(0).i64(0);
  }

  static TdsBytes stopped() {
    return new TdsBytes().u8(0xFD).u16(ATTENTION).u16(0).i64(0);
  }

  /** The end of a SELECT inside a call. */
  static TdsBytes selectedInCall(long rows) {
    return new TdsBytes().u8(0xFF).u16(COUNTED | MORE).u16(SELECT).i64(rows);
  }

  /** The end of a call, with the handle of a prepared statement if there is one. */
  static TdsBytes called(Integer handle) {
    var tokens = new TdsBytes().u8(0x79).i32(0);
    if (handle != null) {
      tokens.u8(0xAC).u16(0).shortText("").u8(1).i32(0).u16(0);
      tokens.u8(0x26).u8(4).u8(4).i32(handle);
    }
    return tokens.u8(0xFE).u16(0).u16(0).i64(0);
  }

  static TdsBytes callFailed() {
    return new TdsBytes().u8(0xFE).u16(FAILED).u16(0).i64(0);
  }
}
