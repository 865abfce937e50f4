package org.medflow.legacy.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * How an export is written: what its byte order mark says, else UTF-8 if every byte of it is, else
 * the code page of the old French Windows. The same file is always read in the same way.
 *
 * @param mark bytes of the byte order mark, to be skipped
 */
record CsvEncoding(Charset charset, int mark) {

  private static final Charset FRENCH_WINDOWS = Charset.forName("windows-1252");
  private static final int BUFFER = 1 << 16;

  static CsvEncoding of(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var head = in.readNBytes(3);
      if (starts(head, 0xEF, 0xBB, 0xBF)) {
        return new CsvEncoding(utf8(file) ? StandardCharsets.UTF_8 : FRENCH_WINDOWS, 3);
      }
      if (starts(head, 0xFF, 0xFE)) {
        return new CsvEncoding(StandardCharsets.UTF_16LE, 2);
      }
      if (starts(head, 0xFE, 0xFF)) {
        return new CsvEncoding(StandardCharsets.UTF_16BE, 2);
      }
    }
    return new CsvEncoding(utf8(file) ? StandardCharsets.UTF_8 : FRENCH_WINDOWS, 0);
  }

  CsvLines lines(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      in.skipNBytes(mark);
    } catch (IOException cut) {
      in.close();
      throw cut;
    }
    return new CsvLines(new InputStreamReader(in, charset));
  }

  private static boolean utf8(Path file) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try (var reader = new InputStreamReader(Files.newInputStream(file), strict)) {
      var buffer = new char[BUFFER];
      while (reader.read(buffer) >= 0) {
        Arrays.fill(buffer, '\0');
      }
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
