package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnTrajectoryTest {
  private static final int N = 8000;

  @TempDir Path folder;

  /** x ← M x + noise with M = 0.8 times a turn by {@code angle} in a plane, and a third weight. */
  private Path walk(double angle) {
    RandomStream random = new RandomStream(4, StreamName.NOISE);
    double c = 0.8 * Math.cos(angle);
    double s = 0.8 * Math.sin(angle);
    double[] rows = new double[N * 3];
    double x = 0;
    double y = 0;
    double z = 0;
    for (int t = 0; t < N; t++) {
      double newX = c * x - s * y + random.nextGaussian();
      y = s * x + c * y + random.nextGaussian();
      x = newX;
      z = 0.5 * z + 0.1 * random.nextGaussian();
      rows[3 * t] = x;
      rows[3 * t + 1] = y;
      rows[3 * t + 2] = z;
    }
    Path file = folder.resolve("walk-" + angle + ".npy");
    Npy.write(file, NpyArray.of(rows, N, 3));
    return file;
  }

  /** Variance 1/(1 − 0.64) in the plane, so the area rate is 0.8 sin(angle)/0.36. */
  @Test
  void circulates() {
    OwnTrajectory found = OwnTrajectory.of(walk(0.3), 100, 2, 0, Progress.NONE);
    assertThat(found.weights()).isEqualTo(3);
    assertThat(found.snapshots()).isEqualTo(N - 100);
    assertThat(found.result().rejects(0.01)).isTrue();
    double exact = 0.8 * Math.sin(0.3) / 0.36;
    double error = found.areas().error(0, 1);
    assertThat(Math.abs(found.areas().rate(0, 1))).isCloseTo(exact, within(4 * error));
    assertThat(error).isLessThan(0.2 * exact);
    assertThat(found.share()[0] + found.share()[1]).isGreaterThan(0.98);
    assertThat(found.sentence()).startsWith("The trajectory circulates: T is ");
  }

  @Test
  void doesNot() {
    OwnTrajectory found = OwnTrajectory.of(walk(0), 0, 2, 200, Progress.NONE);
    assertThat(found.result().rejects(0.01)).isFalse();
    assertThat(found.areas().rate(0, 1)).isCloseTo(0, within(4 * found.areas().error(0, 1)));
    assertThat(found.sentence()).startsWith("No circulation can be told");
  }

  @Test
  void tooShort() {
    Path file = folder.resolve("short.npy");
    Npy.write(file, NpyArray.of(new float[60], 20, 3));
    assertThatThrownBy(() -> OwnTrajectory.of(file, 5, 2, 10, Progress.NONE))
        .hasMessage(
            file
                + " has 20 snapshots of 3 weights, but a burn-in of 5, a moving average over 21 and"
                + " 2 directions need 55 snapshots of 2: lower them, or take a longer trajectory.");
  }

  @Test
  void notANumber() {
    Path file = folder.resolve("diverged.npy");
    float[] rows = new float[300];
    rows[3 * 70 + 1] = Float.NaN;
    Npy.write(file, NpyArray.of(rows, 100, 3));
    assertThatThrownBy(() -> OwnTrajectory.of(file, 0, 2, 0, Progress.NONE))
        .hasMessage(
            "Weight 1 of snapshot 70 of "
                + file
                + " is NaN (both counted from 0): the training diverged there, so cut the file"
                + " before.");
  }

  @Test
  void tooManyWeights() {
    Path file = folder.resolve("wide.npy");
    assertThatThrownBy(() -> OwnTrajectory.requireRoom(file, 79_710, 16_000_000_000L))
        .hasMessage(
            file
                + " has 79,710 weights in each snapshot, whose covariance takes 101.7 GB and this"
                + " machine can spare 16.0: store fewer of them, such as those of one layer or every"
                + " tenth.");
  }

  @Test
  void noTrajectory() {
    Path file = folder.resolve("whole.npy");
    Npy.write(file, NpyArray.of(new int[300], 100, 3));
    assertThatThrownBy(() -> OwnTrajectory.of(file, 0, 2, 0, Progress.NONE))
        .hasMessageContaining("a trajectory must be float32 or float64");
  }
}
