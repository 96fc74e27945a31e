package eddy.langevin;

import eddy.fields.Box;
import eddy.fields.MatrixField;
import eddy.fields.VectorField;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** A region that paths leave. */
public sealed interface Domain {
  /**
   * The inside of a box. Put ends that no path reaches where a side is open.
   *
   * @param box as many sides as coordinates
   */
  static Domain of(Box box) {
    return new Inside(box);
  }

  /**
   * Where a function is above 0, for instance h - f for the sublevel set f &lt; h.
   *
   * @param level positive inside, negative outside
   * @param gradient its gradient, not 0 at the boundary
   */
  static Domain where(ToDoubleFunction<double[]> level, VectorField gradient) {
    Objects.requireNonNull(level, "level");
    Objects.requireNonNull(gradient, "gradient");
    return new Level(level, gradient);
  }

  /**
   * Whether a point is inside and at least so many standard deviations of one step's noise, in the
   * direction normal to the boundary, away from it.
   *
   * @param variance 2 dt/beta: one step's noise has the covariance variance D(x)
   */
  boolean contains(double[] x, MatrixField diffusion, double variance, double deviations);

  /** A text that changes with the region around a point: a run goes on in the same region only. */
  String fingerprint(double[] x);

  /** A box. */
  record Inside(Box box) implements Domain {
    @Override
    public String fingerprint(double[] x) {
      return (Arrays.toString(box.low()) + " to " + Arrays.toString(box.high())).replace(", ", " ");
    }

    @Override
    public boolean contains(double[] x, MatrixField diffusion, double variance, double deviations) {
      int d = x.length;
      double[] matrix = new double[d * d];
      diffusion.at(x, matrix);
      for (int i = 0; i < d; i++) {
        double margin = deviations * Math.sqrt(variance * matrix[i * d + i]);
        if (!(x[i] > box.low()[i] + margin && x[i] < box.high()[i] - margin)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Where a function is positive. */
  record Level(ToDoubleFunction<double[]> level, VectorField gradient) implements Domain {
    private static final double PROBE = 0.3;

    @Override
    public String fingerprint(double[] x) {
      double[] values = new double[x.length + 1];
      values[x.length] = level.applyAsDouble(x);
      for (int i = 0; i < x.length; i++) {
        double[] beside = x.clone();
        beside[i] += PROBE;
        values[i] = level.applyAsDouble(beside);
      }
      return "%08x".formatted(Arrays.hashCode(values));
    }

    @Override
    public boolean contains(double[] x, MatrixField diffusion, double variance, double deviations) {
      int d = x.length;
      double value = level.applyAsDouble(x);
      double[] g = new double[d];
      double[] matrix = new double[d * d];
      gradient.at(x, g);
      diffusion.at(x, matrix);
      double along = 0;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          along += g[i] * matrix[i * d + j] * g[j];
        }
      }
      return value > deviations * Math.sqrt(variance * Math.max(0, along));
    }
  }
}
