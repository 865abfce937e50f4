package org.medflow.launcher;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * How the memory of the machine is shared out: an eighth is PostgreSQL's own, up to two gigabytes,
 * and the server's heap is a twenty-fourth, up to three quarters of one; a browser and the system
 * live here too.
 */
record MachineMemory(long megabytes) {

  private static final long MEGABYTE = 1024 * 1024;

  static MachineMemory here() {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    return new MachineMemory(
        ((com.sun.management.OperatingSystemMXBean) machine).getTotalMemorySize() / MEGABYTE);
  }

  /** Settings of PostgreSQL; half of the memory is what the system may keep of its files. */
  List<String> database() {
    return List.of(
        "shared_buffers=%dMB".formatted(between(256, 2_048, megabytes / 8)),
        "effective_cache_size=%dMB".formatted(Math.max(512, megabytes / 2)));
  }

  /** The largest heap of the server, as Java is told. */
  String heap() {
    return between(512, 768, megabytes / 24) + "m";
  }

  private static long between(long least, long most, long wanted) {
    return Math.max(least, Math.min(most, wanted));
  }
}
