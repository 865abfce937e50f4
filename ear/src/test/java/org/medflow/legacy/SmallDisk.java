package org.medflow.legacy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.medflow.harness.Medflow;

/** A disk of a few megabytes that one table of the database lies on for a while. */
record SmallDisk(Medflow server, Path disk, String table, AtomicLong known)
    implements AutoCloseable {

  private static final String FULL = "No space left on device";

  /** Mounts it; false when this user may not. */
  static boolean mount(Path disk) throws IOException, InterruptedException {
    Files.createDirectories(disk);
    return run("mount", "-t", "tmpfs", "-o", "size=16m,mode=0777", "tmpfs", disk.toString());
  }

  /** Moves a table there. */
  static SmallDisk under(Medflow server, Path disk, String table) throws IOException {
    var place = Files.createDirectories(disk.resolve("space"));
    var small = new SmallDisk(server, disk, table, new AtomicLong());
    small.known.set(small.complaints());
    small.tell("create tablespace small location '%s'".formatted(place));
    small.tell("alter table %s set tablespace small".formatted(table));
    return small;
  }

  /** Leaves no room. */
  void fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      var block = new byte[4_096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains(FULL)) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.delete(ballast());
  }

  /** Whether the database has said that there is no room. */
  boolean complained() throws IOException {
    return complaints() > known.get();
  }

  private long complaints() throws IOException {
    long found = 0;
    try (var logs = Files.list(server.home().path("pg/log"))) {
      for (var log : logs.toList()) {
        found += Files.readString(log).lines().filter(line -> line.contains(FULL)).count();
      }
    }
    return found;
  }

  private Path ballast() {
    return disk.resolve("ballast");
  }

  private void tell(String sql) {
    server.superuser().outside(sql);
  }

  private static boolean run(String... words) throws IOException, InterruptedException {
    return new ProcessBuilder(words).start().waitFor() == 0;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Files.deleteIfExists(ballast());
    tell("alter table %s set tablespace pg_default".formatted(table));
    tell("drop tablespace small");
    run("umount", disk.toString());
  }
}
