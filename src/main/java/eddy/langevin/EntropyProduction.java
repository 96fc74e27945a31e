package eddy.langevin;

import eddy.fields.Field;
import eddy.linalg.LinearSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * The work that the drift does on paths, over the temperature, per unit of time,
 *
 * <pre>  rate = (beta/dt) &lt;(D^-1 (b(x) + b(y))/2) . (y - x)&gt;,   x -&gt; y one step,</pre>
 *
 * that is Stratonovich's beta &lt;D^-1 b o dx&gt;/dt. In the stationary state it is the entropy
 * production beta E[j . D^-1 j], whatever Phi is, and 0 for a reversible process; it needs no
 * stationary density. The finite step leaves an error of order dt. Errors as in {@link Moments}.
 */
public final class EntropyProduction extends Observer {
  private final Field field;
  private final double beta;
  private final double[] inverse;
  private double dt = Double.NaN;

  /**
   * For an ensemble of this field.
   *
   * @param field the field that is simulated; D the same at every point and not singular
   * @param beta the inverse temperature of the simulation, above 0 and finite
   */
  public EntropyProduction(Field field, double beta) {
    if (!field.diffusion().isConstant()) {
      throw new IllegalArgumentException(
          "The work on paths is known for a constant diffusion matrix only: take the entropy"
              + " production of the stationary state on a grid.");
    }
    if (!(beta > 0 && beta < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("beta must be above 0 and finite, not " + beta + ".");
    }
    int d = field.dimension();
    double[] matrix = new double[d * d];
    field.diffusion().at(new double[d], matrix);
    this.field = field;
    this.beta = beta;
    this.inverse = LinearSystem.inverse("D", d, matrix);
  }

  /** Entropy produced per unit of time. */
  public double rate() {
    return mean().mean();
  }

  /** The standard error of {@link #rate}. */
  public double error() {
    return mean().error();
  }

  private GroupMean mean() {
    List<double[]> groups = new ArrayList<>();
    for (Part part : parts()) {
      ((Work) part).sums.groups(groups);
    }
    requireSeen(groups.size());
    return GroupMean.of(groups, g -> g[1] * beta / dt);
  }

  @Override
  String settings() {
    return "work at beta " + beta;
  }

  @Override
  Part open(Bundle bundle, int paths) {
    if (bundle.dimension() != field.dimension()) {
      throw new IllegalArgumentException(
          "The field has "
              + field.dimension()
              + " dimensions, but paths have "
              + bundle.dimension()
              + ".");
    }
    dt = bundle.dt();
    return new Work(new PathSums(1, bundle, paths), bundle);
  }

  /** Sums of D^-1 (b(x) + b(y))/2 . (y - x). */
  private final class Work extends Part {
    private final PathSums sums;
    private final int d;
    private final int lanes;
    private final double[] before;
    private final double[] drift;
    private final double[] beforeDrift;

    Work(PathSums sums, Bundle bundle) {
      this.sums = sums;
      this.d = bundle.dimension();
      this.lanes = bundle.lanes();
      this.before = new double[d * lanes];
      this.drift = new double[d * lanes];
      this.beforeDrift = new double[d * lanes];
    }

    @Override
    void begin(double[] x) {
      System.arraycopy(x, 0, before, 0, x.length);
      field.drifts(lanes, x, beforeDrift);
    }

    @Override
    void see(double[] x) {
      field.drifts(lanes, x, drift);
      for (int i = 0; i < x.length; i++) {
        before[i] = x[i] - before[i];
        beforeDrift[i] += drift[i];
      }
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          addWork(inverse[i * d + j] / 2, i * lanes, j * lanes, sums.sums);
        }
      }
      System.arraycopy(x, 0, before, 0, x.length);
      System.arraycopy(drift, 0, beforeDrift, 0, x.length);
      sums.tick();
    }

    /** before holds the step y - x, beforeDrift b(x) + b(y). */
    private void addWork(double factor, int i, int j, double[] sum) {
      if (factor != 0) {
        for (int l = 0; l < lanes; l++) {
          sum[l] += factor * before[i + l] * beforeDrift[j + l];
        }
      }
    }

    @Override
    double[] save() {
      return sums.save();
    }

    @Override
    void load(double[] saved) {
      sums.load(saved);
    }
  }
}
