package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MachineTest {
  @Test
  @Tag("jdk")
  void describesThisMachine() {
    Machine machine = Machine.current();
    assertThat(machine.processor()).isNotBlank();
    assertThat(machine.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(machine.memory()).isGreaterThan(1L << 28);
    assertThat(machine.java()).contains(Integer.toString(Runtime.version().feature()));
    assertThat(Integer.bitCount(machine.vectorBits())).isEqualTo(Machine.hasVectorApi() ? 1 : 0);
  }
}
