package eddy.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import org.junit.jupiter.api.Test;

class FlexibleGmresTest {
  private static final int N = 30;
  private final double[][] matrix = new double[N][N];
  private final double[] solution = new double[N];
  private final double[] right = new double[N];

  FlexibleGmresTest() {
    RandomStream random = new RandomStream(11, StreamName.DATA);
    for (int i = 0; i < N; i++) {
      solution[i] = random.nextGaussian();
      for (int j = 0; j < N; j++) {
        matrix[i][j] = random.nextGaussian() + (i == j ? 3 * (i + 1) : 0);
      }
    }
    multiply(solution, right);
  }

  private void multiply(double[] x, double[] out) {
    for (int i = 0; i < N; i++) {
      out[i] = 0;
      for (int j = 0; j < N; j++) {
        out[i] += matrix[i][j] * x[j];
      }
    }
  }

  private void divideByDiagonal(double[] x, double[] out) {
    for (int i = 0; i < N; i++) {
      out[i] = x[i] / matrix[i][i];
    }
  }

  @Test
  void findsTheSolutionOfANonsymmetricSystem() {
    double[] d = new double[N];
    new FlexibleGmres(N, N)
        .correct(this::multiply, this::divideByDiagonal, right.clone(), 1e-13, d);
    assertThat(d).containsExactly(solution, within(1e-11));
  }

  @Test
  void stopsWhenTheResidualIsSmallEnough() {
    double[] d = new double[N];
    double target = 1e-3;
    int done =
        new FlexibleGmres(N, N)
            .correct(this::multiply, this::divideByDiagonal, right.clone(), target, d);
    double[] image = new double[N];
    multiply(d, image);
    double sum = 0;
    for (int i = 0; i < N; i++) {
      sum += Math.pow(right[i] - image[i], 2);
    }
    assertThat(done).isLessThan(N);
    assertThat(Math.sqrt(sum)).isLessThanOrEqualTo(target);
  }
}
