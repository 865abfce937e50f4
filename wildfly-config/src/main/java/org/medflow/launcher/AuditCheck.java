package org.medflow.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What does not fit in the audit: rows and blocks by the database's own function, anchors by their
 * signatures and by the lines that are kept outside the database.
 *
 * @param findings a line each, empty when everything fits
 */
record AuditCheck(long rows, long blocks, long anchors, List<String> findings) {

  private static final String PLAIN_ES256 = "SHA256withECDSAinP1363Format";

  static AuditCheck of(DatabaseAddress database, Path outside) {
    try (var connection = database.connect()) {
      var findings = new ArrayList<String>();
      read(connection, "select finding, block, event from medflow.audit_findings()")
          .forEach(row -> findings.add(line(row)));
      var keys = new HashMap<String, PublicKey>();
      for (var row :
          read(connection, "select kid, encode(public_der, 'hex') from medflow.signing_key")) {
        keys.put(row[0], key(row[1]));
      }
      var blocks = blocks(connection);
      var anchors = anchors(connection);
      anchors.addAll(lines(outside));
      anchors.forEach(anchor -> findings.addAll(wrong(anchor, keys, blocks)));
      long rows =
          number(connection, "select coalesce(sum(cardinality(ids)), 0) from medflow.audit_block");
      return new AuditCheck(rows, blocks.size(), anchors.size(), List.copyOf(findings));
    } catch (SQLException refused) {
      throw new LauncherProblem("The audit cannot be read: " + refused.getMessage(), refused);
    }
  }

  String sentence() {
    return findings.isEmpty()
        ? "%d audit rows in %d blocks, %d anchors: everything fits."
            .formatted(rows, blocks, anchors)
        : "%d audit rows in %d blocks, %d anchors: %d findings."
            .formatted(rows, blocks, anchors, findings.size());
  }

  private static String line(String[] row) {
    var text = new StringBuilder(row[0]);
    if (row[1] != null) {
      text.append(" in block ").append(row[1]);
    }
    if (row[2] != null) {
      text.append(", row ").append(row[2]);
    }
    return text.toString();
  }

  private static Map<String, String> blocks(Connection connection) throws SQLException {
    var blocks = new HashMap<String, String>();
    read(connection, "select no::text, encode(hash, 'hex') from medflow.audit_block")
        .forEach(row -> blocks.put(row[0], row[1]));
    return blocks;
  }

  /** Anchors as lines, wherever they are kept: the text, the key's id, the signature. */
  private static List<String> anchors(Connection connection) throws SQLException {
    var lines = new ArrayList<String>();
    for (var row :
        read(
            connection,
            """
            select no::text, encode(hash, 'hex'), key, encode(signature, 'hex')
              from medflow.audit_anchor order by no
            """)) {
      var signature =
          Base64.getUrlEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(row[3]));
      lines.add("medflow audit block %s %s %s %s".formatted(row[0], row[1], row[2], signature));
    }
    return lines;
  }

  private static List<String> lines(Path outside) {
    try {
      return Files.exists(outside)
          ? Files.readAllLines(outside).stream().filter(line -> !line.isBlank()).toList()
          : List.of();
    } catch (IOException unreadable) {
      throw new LauncherProblem("%s cannot be read.".formatted(outside), unreadable);
    }
  }

  private static List<String> wrong(
      String anchor, Map<String, PublicKey> keys, Map<String, String> blocks) {
    var words = anchor.split(" ");
    if (words.length != 7 || !keys.containsKey(words[5])) {
      return List.of("anchor-unreadable: " + anchor);
    }
    var text = String.join(" ", List.of(words).subList(0, 5));
    if (!signed(text, words[6], keys.get(words[5]))) {
      return List.of("anchor-forged: " + text);
    }
    return words[4].equals(blocks.get(words[3]))
        ? List.of()
        : List.of("anchor-contradicted: " + text);
  }

  private static boolean signed(String text, String signature, PublicKey key) {
    try {
      var verifier = Signature.getInstance(PLAIN_ES256);
      verifier.initVerify(key);
      verifier.update(text.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(Base64.getUrlDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException malformed) {
      return false;
    }
  }

  private static PublicKey key(String hex) {
    try {
      var der = HexFormat.of().parseHex(hex);
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException broken) {
      throw new LauncherProblem("A signing key of the database is broken.", broken);
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    return Long.parseLong(read(connection, query).get(0)[0]);
  }

  private static List<String[]> read(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      var found = new ArrayList<String[]>();
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        var row = new String[width];
        for (int i = 0; i < width; i++) {
          row[i] = rows.getString(i + 1);
        }
        found.add(row);
      }
      return found;
    }
  }
}
