package eddy.study.doublewell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Box;
import eddy.fields.CriticalPoint.Type;
import eddy.fields.Example19;
import org.junit.jupiter.api.Test;

class ZeroBranchesTest {
  private static final Box BOX = Box.cube(2, 1.5);

  @Test
  void followsTheThreeZerosUntilTheyMeet() {
    ZeroBranches branches = ZeroBranches.of(Example19::field, BOX, 9, 0, 0.5, 1.5);
    assertThat(branches.count(0)).isEqualTo(3);
    assertThat(branches.count(0.5)).isEqualTo(3);
    assertThat(branches.count(1.5)).isEqualTo(1);
    assertThat(branches.count(0.7)).isZero();
    assertThat(branches.at(1.5).get(0).type()).isEqualTo(Type.CENTRE);
    assertThat(branches.parameters(Type.SADDLE)).containsExactly(0, 0.5);
    assertThat(branches.coordinate(0, Type.STABLE_NODE))
        .containsExactly(new double[] {-0.902428321177, 0.902428321177}, within(1e-9));
    assertThat(branches.coordinate(1, Type.MINIMUM, Type.STABLE_NODE))
        .containsExactly(new double[] {0, 0, -0.388802238357, 0.388802238357}, within(1e-9));
  }

  @Test
  void findsThePitchfork() {
    double lambda = ZeroBranches.changeOfType(Example19::field, new double[2], 0.1, 1.4);
    assertThat(lambda).isCloseTo(Math.exp(-0.25), within(1e-12));
    assertThatThrownBy(() -> ZeroBranches.changeOfType(Example19::field, new double[2], 1, 2))
        .hasMessageContaining("changes its sign");
  }
}
