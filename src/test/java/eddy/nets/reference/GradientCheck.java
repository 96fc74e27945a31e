package eddy.nets.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.nets.Architecture;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.function.ToDoubleFunction;

/**
 * A gradient against the five-point finite difference of the loss, block of parameters by block.
 *
 * <p>A network with ReLU or a maximum is smooth only inside a piece. A stencil counts when all its
 * points lie on the same piece as w; else the step shrinks, then the direction changes, and a check
 * that finds no such stencil fails rather than compares across a kink.
 */
final class GradientCheck {
  private static final double[] STEPS = {2e-4, 2e-5, 2e-6, 5e-7};
  private static final int DIRECTIONS = 30;

  private GradientCheck() {}

  /**
   * Checks the derivative along directions that live in one layer's weights, biases, gammas or
   * betas at a time, and then in all of them, to {@code tolerance} relative to it, plus what
   * rounding of the loss does to the difference quotient.
   *
   * @param loss the loss at a parameter vector; the pass must be over {@code n} examples
   */
  static void check(
      Architecture architecture,
      ReferenceNetwork twin,
      int n,
      ToDoubleFunction<double[]> loss,
      double[] w,
      double[] gradient,
      double tolerance) {
    RandomStream random = new RandomStream(71, StreamName.DATA);
    for (Architecture.Layer layer : architecture.layers()) {
      if (layer.parameters() > 0) {
        int split = layer.offset() + layer.parameters() - layer.output().channels();
        String name = architecture.name() + ", layer " + layer.index() + " " + layer.spec();
        block(
            name + " first part",
            layer.offset(),
            split,
            twin,
            n,
            loss,
            w,
            gradient,
            tolerance,
            random);
        int end = layer.offset() + layer.parameters();
        block(name + " second part", split, end, twin, n, loss, w, gradient, tolerance, random);
      }
    }
    block(
        "all of " + architecture.name(),
        0,
        w.length,
        twin,
        n,
        loss,
        w,
        gradient,
        tolerance,
        random);
  }

  private static void block(
      String name,
      int from,
      int to,
      ReferenceNetwork twin,
      int n,
      ToDoubleFunction<double[]> loss,
      double[] w,
      double[] gradient,
      double tolerance,
      RandomStream random) {
    double norm = 0;
    for (int i = from; i < to; i++) {
      norm += gradient[i] * gradient[i];
    }
    norm = Math.sqrt(norm);
    for (int attempt = 0; attempt < DIRECTIONS; attempt++) {
      double[] v = direction(w.length, from, to, gradient, norm, random);
      double exact = 0;
      for (int i = from; i < to; i++) {
        exact += gradient[i] * v[i];
      }
      loss.applyAsDouble(w);
      long piece = twin.piece(n);
      for (double step : STEPS) {
        double[] values = new double[4];
        boolean smooth = true;
        int[] points = {-2, -1, 1, 2};
        for (int p = 0; p < 4 && smooth; p++) {
          values[p] = loss.applyAsDouble(moved(w, v, points[p] * step));
          smooth = twin.piece(n) == piece;
        }
        if (smooth) {
          double slope = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * step);
          double rounding = 20 * Math.ulp(1.0) * Math.abs(values[0]) / step;
          double allowed = tolerance * Math.abs(exact) + rounding;
          assertThat(slope).as(name).isCloseTo(exact, within(allowed));
          return;
        }
      }
    }
    throw new AssertionError(name + ": no direction without a kink within the smallest step.");
  }

  /** A unit vector, half along the gradient and half at random, so that the slope is not small. */
  private static double[] direction(
      int d, int from, int to, double[] gradient, double norm, RandomStream random) {
    double[] v = new double[d];
    double scale = 1 / Math.sqrt(to - from);
    double length = 0;
    for (int i = from; i < to; i++) {
      v[i] = random.nextGaussian() * scale + (norm > 0 ? gradient[i] / norm : 0);
      length += v[i] * v[i];
    }
    for (int i = from; i < to; i++) {
      v[i] /= Math.sqrt(length);
    }
    return v;
  }

  private static double[] moved(double[] w, double[] v, double step) {
    double[] moved = w.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += step * v[i];
    }
    return moved;
  }
}
