package org.medflow.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MachineMemoryTest {

  @Test
  void smallMachinesKeepEnoughAndLargeOnesAreNotEmptied() {
    assertThat(new MachineMemory(1_024).database())
        .containsExactly("shared_buffers=256MB", "effective_cache_size=512MB");
    assertThat(new MachineMemory(8_192).database())
        .containsExactly("shared_buffers=1024MB", "effective_cache_size=4096MB");
    assertThat(new MachineMemory(65_536).database())
        .containsExactly("shared_buffers=2048MB", "effective_cache_size=32768MB");
  }

  @Test
  void theHeapGrowsWithTheMachineWithinBounds() {
    assertThat(new MachineMemory(4_096).heap()).isEqualTo("512m");
    assertThat(new MachineMemory(16_384).heap()).isEqualTo("682m");
    assertThat(new MachineMemory(65_536).heap()).isEqualTo("768m");
  }

  @Test
  void thisMachineHasMemory() {
    assertThat(MachineMemory.here().megabytes()).isPositive();
  }
}
