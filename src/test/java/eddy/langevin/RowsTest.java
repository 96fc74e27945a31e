package eddy.langevin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowsTest {
  private static final int N = 48;

  private static double[] random(int bundle) {
    double[] a = new double[3 * N];
    Gaussians.best(1, bundle).fill(a);
    return a;
  }

  @Test
  void vectorAndPlainGiveTheSameBits() {
    double[] plain = random(0);
    double[] vector = plain.clone();
    double[] v = random(1);
    double[] g = random(2);
    for (Rows rows : new Rows[] {new Rows(), new VectorRows()}) {
      double[] x = rows instanceof VectorRows ? vector : plain;
      rows.step(N, 0, x, 0.1, v, 0.3, 0, g);
      rows.step(N, 1, x, 0.1, v, 0.3, -0.7, g);
      rows.step(N, 2, x, 0.1, v, 0.3, -0.7, g);
      rows.add(N, 2, x, 1.1, 2, g);
    }
    assertThat(vector).isEqualTo(plain);
    double expected =
        random(0)[2 * N + 5]
            + 0.1 * v[2 * N + 5]
            + 0.3 * g[5]
            - 0.7 * g[N + 5]
            + 1.1 * g[2 * N + 5];
    assertThat(plain[2 * N + 5]).isCloseTo(expected, within(1e-14));
  }
}
