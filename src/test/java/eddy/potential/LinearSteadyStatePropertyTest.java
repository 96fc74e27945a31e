package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

/** The identities of Lemma 20 on random F and D of 2 to 8 dimensions, by another library. */
class LinearSteadyStatePropertyTest {
  private static final int PAIRS = 1000;

  /** One random pair with its solution; F is symmetric in every second one. */
  private record Trial(
      String name, RealMatrix f, RealMatrix d, RealMatrix x, RealMatrix q, LinearSteadyState s) {
    static Trial draw(int k, RandomStream random) {
      int n = 2 + random.nextInt(7);
      RealMatrix f = gaussians(n, random);
      RealMatrix root = gaussians(n, random);
      RealMatrix d = root.multiply(root.transpose());
      for (int i = 0; i < n; i++) {
        f.addToEntry(i, i, (k % 4 < 2 ? 0.5 : 2.5) * Math.sqrt(n));
        d.addToEntry(i, i, 0.1);
      }
      if (k % 2 == 0) {
        f = f.add(f.transpose()).scalarMultiply(0.5);
      }
      LinearSteadyState s = LinearSteadyState.of(f.getData(), d.getData());
      return new Trial("pair " + k + ", d = " + n, f, d, square(n, s.x()), square(n, s.q()), s);
    }

    double scale() {
      return Math.max(1, largest(x)) * Math.max(1, largest(f));
    }
  }

  private static RealMatrix gaussians(int n, RandomStream random) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, random.nextGaussian());
    }
    return a;
  }

  private static RealMatrix square(int n, double[] entries) {
    RealMatrix a = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n * n; i++) {
      a.setEntry(i / n, i % n, entries[i]);
    }
    return a;
  }

  private static double largest(RealMatrix a) {
    return Arrays.stream(a.getData())
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .max()
        .orElse(0);
  }

  @Test
  void everyIdentityHolds() {
    RandomStream random = new RandomStream(20, StreamName.DATA);
    int stable = 0;
    int saddles = 0;
    for (int k = 0; k < PAIRS; k++) {
      Trial t = Trial.draw(k, random);
      RealMatrix g = t.d().add(t.q());
      double small = 1e-11 * t.scale();
      assertThat(largest(t.q().add(t.q().transpose()))).as(t.name()).isZero();
      assertThat(largest(t.x().subtract(t.x().transpose()))).as(t.name()).isZero();
      assertThat(largest(t.f().multiply(t.x()).subtract(g))).as(t.name()).isLessThan(small);
      RealMatrix gft = g.multiply(t.f().transpose());
      double commuted = largest(gft.subtract(gft.transpose()));
      assertThat(commuted).as(t.name()).isLessThan(small * Math.max(1, largest(t.f())));
      RealMatrix u = square(t.f().getRowDimension(), t.s().u());
      double smallU = 10 * small * Math.max(1, largest(u));
      assertThat(largest(g.multiply(u).subtract(t.f()))).as(t.name()).isLessThan(smallU);
      RealMatrix turn = t.q().multiply(u);
      assertThat(turn.getTrace()).as(t.name()).isCloseTo(0, within(smallU));
      RealVector point = gaussians(t.f().getRowDimension(), random).getColumnVector(0);
      double along = u.operate(point).dotProduct(turn.operate(point));
      double size = point.dotProduct(point) * Math.max(1, largest(u));
      assertThat(along).as(t.name()).isCloseTo(0, within(smallU * size));
      assertThat(inertia(t.x())).as(t.name()).isEqualTo(inertia(t.f()));
      assertThat(t.s().isStable()).as(t.name()).isEqualTo(inertia(t.f()) == 0);
      stable += t.s().isStable() ? 1 : 0;
      saddles += t.s().isStable() ? 0 : 1;
    }
    assertThat(stable).isGreaterThan(300);
    assertThat(saddles).isGreaterThan(300);
  }

  /** How many eigenvalues have a negative real part. */
  private static int inertia(RealMatrix a) {
    double[] real = new EigenDecomposition(a).getRealEigenvalues();
    return (int) Arrays.stream(real).filter(v -> v < 0).count();
  }

  /** The entropy production is beta times the mean of j^T D^-1 j, at any beta. */
  @Test
  void entropyProductionIsTheMeanSquareOfTheForce() {
    RandomStream random = new RandomStream(21, StreamName.DATA);
    for (int k = 0; k < PAIRS / 5; k++) {
      Trial t = Trial.draw(k, random);
      if (!t.s().isStable()) {
        continue;
      }
      int n = t.f().getRowDimension();
      double production = t.s().entropyProduction();
      RealMatrix turn = t.q().multiply(square(n, t.s().u()));
      RealMatrix inverse = new LUDecomposition(t.d()).getSolver().getInverse();
      RealMatrix form = turn.transpose().multiply(inverse).multiply(turn);
      for (double beta : new double[] {0.5, 40}) {
        double mean = beta * form.multiply(square(n, t.s().covariance(beta))).getTrace();
        double rounding = 1e-9 * Math.max(1, mean);
        assertThat(production).as(t.name()).isCloseTo(mean, within(rounding));
      }
      assertThat(production).as(t.name()).isGreaterThanOrEqualTo(-1e-10);
    }
  }

  /** The force can only make the slowest mode of the reversible twin faster. */
  @Test
  void noMinimumIsSlowerThanItsReversibleTwin() {
    RandomStream random = new RandomStream(22, StreamName.DATA);
    int faster = 0;
    for (int k = 0; k < PAIRS / 5; k++) {
      Trial t = Trial.draw(k, random);
      if (!t.s().isStable()) {
        continue;
      }
      RealMatrix u = square(t.f().getRowDimension(), t.s().u());
      double[] twin = new EigenDecomposition(t.d().multiply(u)).getRealEigenvalues();
      double slowest = Arrays.stream(twin).min().orElseThrow();
      double fastest = Arrays.stream(twin).max().orElseThrow();
      double rounding = 1e-9 * fastest;
      assertThat(t.s().slowestReversibleRate()).as(t.name()).isCloseTo(slowest, within(rounding));
      double rate =
          Arrays.stream(new EigenDecomposition(t.f()).getRealEigenvalues()).min().orElseThrow();
      assertThat(t.s().slowestRate()).as(t.name()).isCloseTo(rate, within(1e-9));
      assertThat(rate).as(t.name()).isGreaterThan(slowest - rounding);
      faster += rate > 1.01 * slowest ? 1 : 0;
    }
    assertThat(faster).isGreaterThan(60);
  }
}
