package eddy.notebook;

import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import eddy.study.linear.Circulation;
import eddy.study.linear.Measured;
import eddy.study.linear.ReferenceCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tech.tablesaw.api.Table;

/**
 * Simulated steady states beside Lemma 20: covariances, area rates and entropy production of some
 * cases, each with its reversible twin (the same stationary law without a force) as null model.
 */
public final class CirculationReport {
  private final long seed;
  private final List<Case> cases = new ArrayList<>();

  /** One case, its simulation and that of its twin. */
  private record Case(
      ReferenceCase which, LinearSteadyState state, Circulation found, Circulation twin) {}

  /** A plane of two coordinates of a case. */
  private record Plane(Case of, int i, int j) {
    String label() {
      return of.which().label().substring(0, 3) + " " + (i + 1) + "→" + (j + 1);
    }

    double predicted() {
      return of.state().q()[i * of.state().dimension() + j];
    }

    Measured measured() {
      return of.found().area(i, j).times(of.which().beta());
    }

    Measured nullModel() {
      return of.twin().area(i, j).times(of.which().beta());
    }

    double expected() {
      return of.found().expectedArea(i, j) * of.which().beta();
    }
  }

  /**
   * Simulates.
   *
   * @param sampling how long; a twin takes the next seed
   * @param progress is told the blocks
   * @param which the cases, minima all
   */
  public CirculationReport(
      Circulation.Sampling sampling, Progress progress, ReferenceCase... which) {
    seed = sampling.seed();
    Circulation.Sampling other =
        new Circulation.Sampling(
            sampling.dt(), sampling.blockTime(), sampling.blocks(), sampling.seed() + 1);
    for (ReferenceCase c : which) {
      LinearSteadyState state = c.state();
      cases.add(
          new Case(
              c,
              state,
              Circulation.measure(state, c.beta(), sampling, progress),
              Circulation.measure(state.reversibleTwin(), c.beta(), other, progress)));
    }
  }

  private List<Plane> planes() {
    List<Plane> planes = new ArrayList<>();
    for (Case c : cases) {
      for (int i = 0; i < c.state().dimension(); i++) {
        for (int j = i + 1; j < c.state().dimension(); j++) {
          planes.add(new Plane(c, i, j));
        }
      }
    }
    return planes;
  }

  private Case of(ReferenceCase which) {
    return cases.stream().filter(c -> c.which() == which).findFirst().orElseThrow();
  }

  /** Area rates of all planes: predicted, simulated, and those of the twins. */
  public BarFigure areas() {
    List<Plane> planes = planes();
    double[] zero = new double[planes.size()];
    return new BarFigure(
            "Area rate times β, which Lemma 20 says is Q",
            planes.stream().map(Plane::label).toList(),
            Axis.linear("β × area per unit of time", -0.2, 0.8))
        .bars("Q by Lemma 20", planes.stream().mapToDouble(Plane::predicted).toArray(), zero)
        .bars(
            "simulated (± 2 standard errors)",
            planes.stream().mapToDouble(p -> p.measured().value()).toArray(),
            planes.stream().mapToDouble(p -> 2 * p.measured().error()).toArray())
        .bars(
            "null: reversible twin (the same)",
            planes.stream().mapToDouble(p -> p.nullModel().value()).toArray(),
            planes.stream().mapToDouble(p -> 2 * p.nullModel().error()).toArray());
  }

  /** The numbers behind the bars. */
  public Table areaTable() {
    RowTable table =
        new RowTable(
            "Area rates times β",
            "plane",
            "Q by Lemma 20",
            "expected at this step",
            "simulated",
            "95 % interval",
            "twin",
            "twin's 95 % interval");
    for (Plane p : planes()) {
      Evidence found = Evidence.measured(p.measured().value(), p.measured().error());
      Evidence twin = Evidence.measured(p.nullModel().value(), p.nullModel().error());
      table.row(
          p.label(),
          p.predicted(),
          p.expected(),
          found.ours(),
          VerdictTable.interval(found),
          twin.ours(),
          VerdictTable.interval(twin));
    }
    return table.table();
  }

  /** Entropy production, predicted and simulated, and its bound from the area rate alone. */
  public Table productionTable() {
    RowTable table =
        new RowTable(
            "Entropy production per unit of time, which does not depend on β",
            "case",
            "tr(QᵀD⁻¹QU)",
            "simulated",
            "95 % interval",
            "bound from the area 1→2 alone",
            "twin, simulated");
    for (Case c : cases) {
      Evidence found = production(c.which());
      table.row(
          c.which().label(),
          c.state().entropyProduction(),
          found.ours(),
          VerdictTable.interval(found),
          c.found().bound(0, 1),
          found.nullModel());
    }
    return table.table();
  }

  /** Beta times the simulated area rate of a plane, with the twin's. */
  public Evidence area(ReferenceCase which, int i, int j) {
    Plane plane = new Plane(of(which), i, j);
    return Evidence.measured(plane.measured().value(), plane.measured().error(), seed)
        .withNull(plane.nullModel().value());
  }

  /** The simulated entropy production of a case, with the twin's. */
  public Evidence production(ReferenceCase which) {
    Case c = of(which);
    Measured found = c.found().entropyProduction();
    return Evidence.measured(found.value(), found.error(), seed)
        .withNull(c.twin().entropyProduction().value());
  }

  /** The bound on the entropy production from the area rate in the first plane, by what it is. */
  public double boundByProduction(ReferenceCase which) {
    Case c = of(which);
    return c.found().bound(0, 1) / c.state().entropyProduction();
  }

  /** The largest deviation of a simulated covariance from X / beta, in standard errors. */
  public double covarianceDeviation() {
    return largest(Case::found);
  }

  /** The same for the twins. */
  public double twinCovarianceDeviation() {
    return largest(Case::twin);
  }

  private double largest(Function<Case, Circulation> whose) {
    return cases.stream().mapToDouble(c -> deviation(c, whose.apply(c))).max().orElse(0);
  }

  private static double deviation(Case c, Circulation found) {
    int n = c.state().dimension();
    double[] sigma = c.state().covariance(c.which().beta());
    double largest = 0;
    for (int k = 0; k < n * n; k++) {
      largest = Math.max(largest, found.covariance(k / n, k % n).deviation(sigma[k]));
    }
    return largest;
  }

  /** The largest area rate of a twin, in standard errors. */
  public double twinArea() {
    return planes().stream().mapToDouble(p -> p.nullModel().deviation(0)).max().orElse(0);
  }

  /** The smallest area rate that is not a twin's, in standard errors: what the test can see. */
  public double weakestArea() {
    return planes().stream().mapToDouble(p -> p.measured().deviation(0)).min().orElse(0);
  }
}
