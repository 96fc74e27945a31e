package eddy.study.linear;

import eddy.potential.LinearSteadyState;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Random minima (F, D) of 2 to 8 dimensions: eigenvalues of both log-uniform in [0.1, 10], axes
 * uniformly random. The same seed gives the same pairs.
 */
public final class RandomPairs {
  private static final double LARGEST = 10;
  private static final int LEAST_DIMENSION = 2;
  private static final int DIMENSIONS = 7;

  private final RandomStream random;

  /**
   * A source of pairs.
   *
   * @param seed of the stream {@link StreamName#DATA}
   */
  public RandomPairs(long seed) {
    random = new RandomStream(seed, StreamName.DATA);
  }

  /** Hessians F under noise with axes of its own. */
  public List<LinearSteadyState> hessians(int count) {
    List<LinearSteadyState> pairs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int n = dimension();
      pairs.add(solve(spread(axes(n)), spread(axes(n))));
    }
    return pairs;
  }

  /** Hessians F under noise on the axes of F: anisotropic, but D F = F D. */
  public List<LinearSteadyState> commuting(int count) {
    List<LinearSteadyState> pairs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      RealMatrix axes = axes(dimension());
      pairs.add(solve(spread(axes), spread(axes)));
    }
    return pairs;
  }

  /** Matrices F that are no Hessians: a symmetric part as before, plus an antisymmetric one. */
  public List<LinearSteadyState> rotations(int count) {
    List<LinearSteadyState> pairs = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int n = dimension();
      RealMatrix a = gaussians(n);
      RealMatrix turn = a.subtract(a.transpose());
      pairs.add(solve(spread(axes(n)).add(turn), spread(axes(n))));
    }
    return pairs;
  }

  private int dimension() {
    return LEAST_DIMENSION + random.nextInt(DIMENSIONS);
  }

  private static LinearSteadyState solve(RealMatrix f, RealMatrix d) {
    return LinearSteadyState.of(f.getData(), d.getData());
  }

  private RealMatrix gaussians(int n) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, random.nextGaussian());
    }
    return a;
  }

  private RealMatrix axes(int n) {
    return new QRDecomposition(gaussians(n)).getQ();
  }

  /** V diag(l) V^T with random l, symmetric to the last bit. */
  private RealMatrix spread(RealMatrix axes) {
    double[] l = new double[axes.getRowDimension()];
    for (int i = 0; i < l.length; i++) {
      l[i] = Math.pow(LARGEST, 2 * random.nextDouble() - 1);
    }
    RealMatrix a =
        axes.multiply(MatrixUtils.createRealDiagonalMatrix(l)).multiply(axes.transpose());
    return a.add(a.transpose()).scalarMultiply(0.5);
  }
}
