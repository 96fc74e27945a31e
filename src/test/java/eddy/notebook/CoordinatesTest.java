package eddy.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoordinatesTest {
  @Test
  void pointsAreShort() {
    assertThat(Coordinates.text(new double[] {1.0262572, -0.5}, 3)).isEqualTo("(1.026, -0.500)");
    assertThat(Coordinates.text(new double[] {-1e-9, 2}, 2)).isEqualTo("(0.00, 2.00)");
    assertThat(Coordinates.text(new double[] {-1, -0.2}, 0)).isEqualTo("(-1, 0)");
  }
}
