package eddy.trajectory;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Example k has the loss ½ k |x − a_k|² with curvature k, plus noise from the dropout stream if
 * asked for. Keeps the batches that it was given.
 */
final class QuadraticProblem implements StochasticGradient {
  final float[][] centres;
  final float curvature;
  final float dropoutNoise;
  final List<int[]> batches = new ArrayList<>();
  Runnable beforeStep = () -> {};

  QuadraticProblem(float[][] centres, float curvature, float dropoutNoise) {
    this.centres = centres;
    this.curvature = curvature;
    this.dropoutNoise = dropoutNoise;
  }

  /** N centres with independent standard normal coordinates. */
  static QuadraticProblem random(int n, int d, float dropoutNoise) {
    RandomStream random = new RandomStream(3, StreamName.DATA);
    float[][] centres = new float[n][d];
    for (float[] centre : centres) {
      for (int i = 0; i < d; i++) {
        centre[i] = (float) random.nextGaussian();
      }
    }
    return new QuadraticProblem(centres, 1, dropoutNoise);
  }

  Snapshot start() {
    float[] x = new float[dimension()];
    Arrays.fill(x, 2);
    return new Snapshot(0, x, new float[1]);
  }

  @Override
  public int examples() {
    return centres.length;
  }

  @Override
  public int dimension() {
    return centres[0].length;
  }

  @Override
  public int runningCount() {
    return 1;
  }

  @Override
  public double at(
      float[] weights,
      float[] running,
      int[] index,
      int batch,
      float[] gradient,
      RandomStream dropout) {
    beforeStep.run();
    batches.add(Arrays.copyOf(index, batch));
    double loss = 0;
    for (int i = 0; i < weights.length; i++) {
      double sum = 0;
      for (int b = 0; b < batch; b++) {
        double difference = weights[i] - centres[index[b]][i];
        sum += difference;
        loss += curvature * difference * difference / 2 / batch;
      }
      gradient[i] = (float) (curvature * sum / batch);
      if (dropoutNoise != 0) {
        gradient[i] += dropoutNoise * (dropout.nextFloat() - 0.5f);
      }
    }
    running[0] += 0.1f * (gradient[0] - running[0]);
    return loss;
  }

  @Override
  public String describe() {
    return "quadratic=" + centres.length + "x" + centres[0].length;
  }
}
