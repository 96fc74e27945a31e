package eddy.notebook;

import eddy.potential.LinearSteadyState;
import eddy.run.Progress;
import eddy.study.linear.CurrentStrength;
import eddy.study.linear.HessianAxes;
import eddy.study.linear.Measured;
import eddy.study.linear.ReferenceCase;
import eddy.study.linear.WeightSpectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import tech.tablesaw.api.Table;

/**
 * Simulated spectra along the slowest and the fastest axis of a Hessian, under three noises of the
 * same strength along every axis but with different Q, beside the Lorentzian that Lemma 20 predicts
 * for all of them, and the spectrum of the reversible twin.
 */
public final class ForceSpectra {
  private static final List<String> NAMES =
      List.of("Q of the case", "another Q, the same D_kk", "Q = 0, the same D_kk");

  private static final double LEAST_FREQUENCY = 0.1;
  private static final double LARGEST_FREQUENCY = 10;
  private static final double LEAST_DENSITY = 0.001;
  private static final double LARGEST_DENSITY = 6;

  private final double beta;
  private final LinearSteadyState state;
  private final HessianAxes axes;
  private final int[] shown;
  private final List<LinearSteadyState> systems;
  private final List<WeightSpectrum[]> spectra = new ArrayList<>();

  /**
   * Simulates.
   *
   * @param which a minimum of a loss
   * @param sampling how long
   * @param progress is told the points
   */
  public ForceSpectra(ReferenceCase which, WeightSpectrum.Sampling sampling, Progress progress) {
    beta = which.beta();
    state = which.state();
    axes = new HessianAxes(state);
    shown = new int[] {0, axes.count() - 1};
    systems = List.of(state, axes.mirrored(), axes.withoutCurrents());
    for (LinearSteadyState system : systems) {
      spectra.add(
          WeightSpectrum.measure(
              system, beta, sampling, progress, axes.axis(shown[0]), axes.axis(shown[1])));
    }
  }

  private DoubleUnaryOperator lorentzian(int axis) {
    return w -> axes.lorentzian(axis, beta, w);
  }

  /** The spectra in one pair of axes, with the frequencies at which the force turns. */
  public XyFigure figure() {
    double[] fine = new double[121];
    Arrays.setAll(
        fine, k -> LEAST_FREQUENCY * Math.pow(LARGEST_FREQUENCY / LEAST_FREQUENCY, k / 120.0));
    XyFigure figure =
        new XyFigure(
                Axis.log(
                    "angular frequency (radians per unit of time)",
                    LEAST_FREQUENCY,
                    LARGEST_FREQUENCY),
                Axis.log("spectrum of one coordinate", LEAST_DENSITY, LARGEST_DENSITY))
            .line("Lorentzian, slowest axis", fine, values(fine, lorentzian(shown[0])))
            .line("Lorentzian, fastest axis", fine, values(fine, lorentzian(shown[1])));
    for (int k = 0; k < systems.size(); k++) {
      WeightSpectrum[] s = spectra.get(k);
      double[] ws = join(s[0].frequency(), s[1].frequency());
      figure.points(NAMES.get(k), ws, join(s[0].density(), s[1].density()));
    }
    LinearSteadyState twin = state.reversibleTwin();
    double[] slowest = axes.axis(shown[0]);
    double[] twins = values(fine, w -> WeightSpectrum.exact(twin, beta, slowest, w));
    figure.nullModel("null: twin of Eq. (7), slowest axis", fine, twins);
    double[] turns = state.rotationFrequencies();
    double[] x = new double[3 * turns.length];
    double[] y = new double[x.length];
    for (int i = 0; i < turns.length; i++) {
      Arrays.fill(x, 3 * i, 3 * i + 2, turns[i]);
      y[3 * i] = LEAST_DENSITY;
      y[3 * i + 1] = LARGEST_DENSITY;
      x[3 * i + 2] = Double.NaN;
      y[3 * i + 2] = Double.NaN;
    }
    return figure.nullModel("frequencies of the force", x, y);
  }

  private static double[] values(double[] w, DoubleUnaryOperator of) {
    return Arrays.stream(w).map(of).toArray();
  }

  private static double[] join(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }

  /** How large Q is, and how far each spectrum is from the Lorentzian. */
  public Table table() {
    RowTable table =
        new RowTable(
            "Largest deviation of a band from the Lorentzian (relative)",
            "noise",
            "|Q| / |D|",
            "slowest axis",
            "fastest axis",
            "largest standard error of a band");
    for (int k = 0; k < systems.size(); k++) {
      WeightSpectrum[] s = spectra.get(k);
      table.row(
          NAMES.get(k),
          CurrentStrength.of(systems.get(k)).relative(),
          s[0].deviation(lorentzian(shown[0])),
          s[1].deviation(lorentzian(shown[1])),
          Arrays.stream(s[0].error()).max().orElseThrow());
    }
    return table.table();
  }

  /**
   * The largest deviation from the Lorentzian, both axes together.
   *
   * @param k 0: the case itself, 1: another Q, 2: without a force
   */
  public Evidence deviation(int k) {
    WeightSpectrum[] s = spectra.get(k);
    double largest =
        Math.max(s[0].deviation(lorentzian(shown[0])), s[1].deviation(lorentzian(shown[1])));
    return Evidence.exact(largest, 0);
  }

  /** Spectrum with the force by that without, slowest axis, where it is largest among its turns. */
  public Evidence peak() {
    Measured ratio = spectra.get(0)[0].largestRatio(spectra.get(2)[0], state.rotationFrequencies());
    return Evidence.measured(ratio.value(), ratio.error());
  }
}
