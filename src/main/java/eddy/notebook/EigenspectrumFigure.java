package eddy.notebook;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * Eigenvalues of the diffusion matrix at several stages of training, in the form of Figures 1 and 2
 * of Chaudhari and Soatto (2018): overlaid histograms in log-log axes, eigenvalues from 1e-5 to
 * 1e2, darker is later.
 *
 * <pre>{@code
 * lesson.figure("figure-1a",
 *     new EigenspectrumFigure("small-lenet on MNIST")
 *         .stage("20 %", early).stage("40 %", middle).stage("100 %", late)
 *         .threshold("rank threshold, float32", lambdaMax * d * 0x1p-23)
 *         .figure());
 * }</pre>
 */
public final class EigenspectrumFigure {
  private static final double LOW_EXPONENT = -5;
  private static final double HIGH_EXPONENT = 2;

  /** Bins of the published figures: {@code numpy.logspace(-5, 2, 10)} has nine. */
  public static final int PUBLISHED_BINS = 9;

  private final String title;
  private final int bins;
  private final List<Stage> stages = new ArrayList<>();
  private final List<Threshold> thresholds = new ArrayList<>();

  private record Stage(String name, LogHistogram histogram) {}

  private record Threshold(String name, double at) {}

  /**
   * A figure with the published bins.
   *
   * @param title a line above it: network and data
   */
  public EigenspectrumFigure(String title) {
    this(title, PUBLISHED_BINS);
  }

  /**
   * A figure with other bins.
   *
   * @param title a line above it
   * @param bins how many bins from 1e-5 to 1e2
   */
  public EigenspectrumFigure(String title, int bins) {
    this.title = title;
    this.bins = bins;
  }

  /**
   * Adds a stage of training, later than those before.
   *
   * @param name such as "20 % of training"
   * @param eigenvalues all eigenvalues; those outside of 1e-5 to 1e2 are counted in the key
   * @return this figure
   */
  public EigenspectrumFigure stage(String name, double[] eigenvalues) {
    stages.add(new Stage(name, LogHistogram.of(eigenvalues, LOW_EXPONENT, HIGH_EXPONENT, bins)));
    return this;
  }

  /** Adds a dashed vertical line at an eigenvalue, if it lies in the axes. */
  public EigenspectrumFigure threshold(String name, double at) {
    thresholds.add(new Threshold(name, at));
    return this;
  }

  /** The figure. */
  public XyFigure figure() {
    int most = stages.stream().mapToInt(s -> s.histogram().total()).max().orElse(1);
    Axis x =
        Axis.log("eigenvalue λ of D(x)", Math.pow(10, LOW_EXPONENT), Math.pow(10, HIGH_EXPONENT));
    Axis y =
        Axis.log("number of eigenvalues", 0.7, 2 * Math.pow(10, Math.ceil(Math.log10(most + 1))));
    XyFigure figure = new XyFigure(title, x, y);
    for (int k = 0; k < stages.size(); k++) {
      Stage stage = stages.get(k);
      figure.histogram(name(stage), stage.histogram(), colour(k));
    }
    for (Threshold threshold : thresholds) {
      if (threshold.at() > x.low() && threshold.at() < x.high()) {
        figure.vertical(threshold.name(), threshold.at());
      }
    }
    return figure;
  }

  private static String name(Stage stage) {
    LogHistogram histogram = stage.histogram();
    String outside =
        (histogram.below() > 0 ? ", " + histogram.below() + " below the axis" : "")
            + (histogram.above() > 0 ? ", " + histogram.above() + " above" : "");
    return stage.name() + outside;
  }

  private Color colour(int k) {
    double t = stages.size() == 1 ? 1 : (double) k / (stages.size() - 1);
    return Palette.shade(Palette.BLUE, t);
  }
}
