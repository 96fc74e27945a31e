package eddy.notebook;

import eddy.study.longrun.LongChain;
import eddy.study.longrun.NormDrift;
import eddy.study.longrun.TwinDrift;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Whether the long trajectories of notebook 03 are in a steady state: norms of scale-invariant
 * weights, the loss, and twins that tell drift from diffusion.
 */
public final class StationarityReport {
  private final List<LongChain> chains;
  private final List<NormDrift> drifts;
  private final List<TwinDrift> twins;

  /**
   * A report.
   *
   * @param chains one a seed, at least one
   * @param drifts the norm of the first layer of each
   * @param twins each beside a twin that drew other batches
   */
  public StationarityReport(List<LongChain> chains, List<NormDrift> drifts, List<TwinDrift> twins) {
    this.chains = List.copyOf(chains);
    this.drifts = List.copyOf(drifts);
    this.twins = List.copyOf(twins);
  }

  /** The norms of the first layer, measured and predicted. */
  public XyFigure norms() {
    double end = drifts.get(0).snapshot()[drifts.get(0).snapshot().length - 1];
    double top = drifts.stream().mapToDouble(NormDrift::growth).max().orElseThrow();
    XyFigure figure =
        new XyFigure(
                "Is the trajectory stationary?",
                Axis.linear("epochs after the burn-in", 0, end),
                Axis.linear(
                    "norm of the first layer by its start",
                    2 - (1 + 0.05 * (top - 1)),
                    1 + 1.15 * (top - 1)))
            .key(Corner.UPPER_LEFT);
    for (int s = 0; s < drifts.size(); s++) {
      NormDrift d = drifts.get(s);
      double start = d.norm()[0];
      double[] norm = Arrays.stream(d.norm()).map(v -> v / start).toArray();
      figure.line("seed " + seed(s), d.snapshot(), norm);
      if (s == 0) {
        double[] law = Arrays.stream(d.predicted()).map(v -> v / start).toArray();
        figure.nullModel("by scale invariance alone, seed " + seed(s), d.snapshot(), law);
      }
    }
    return figure;
  }

  /** How much the norm of the first layer has grown. */
  public Evidence growth() {
    return Evidence.ofSeeds(seeds(), drifts.stream().mapToDouble(NormDrift::growth).toArray());
  }

  /** Training loss after the burn-in: last tenth by first tenth. */
  public Evidence lossRatio() {
    return Evidence.ofSeeds(
        seeds(), chains.stream().mapToDouble(StationarityReport::lossRatio).toArray());
  }

  private static double lossRatio(LongChain chain) {
    double[] loss = chain.trajectory().batchLosses();
    int tenth = chain.snapshots() / 10;
    int from = chain.burnIn();
    double early = Arrays.stream(loss, from, from + tenth).average().orElseThrow();
    return Arrays.stream(loss, loss.length - tenth, loss.length).average().orElseThrow() / early;
  }

  /** The displacement at the end of the twins by its independent part; at most √2 at rest. */
  public Evidence displacement() {
    return Evidence.ofSeeds(
        seeds(), twins.stream().mapToDouble(TwinDrift::byIndependent).toArray());
  }

  /** Drift and diffusion by the twins. */
  public Table twinTable() {
    RowTable table =
        new RowTable(
            "Twins with other batches",
            "seed",
            "epochs",
            "displacement / √d",
            "of it independent",
            "share of drift in its square");
    for (int s = 0; s < twins.size(); s++) {
      TwinDrift twin = twins.get(s);
      double[] share = twin.driftShare();
      for (int k = 0; k < share.length; k++) {
        table.row(
            seed(s), twin.snapshot()[k], twin.displacement()[k], twin.diffusion()[k], share[k]);
      }
    }
    return table.table();
  }

  private long seed(int index) {
    return chains.get(index).seed();
  }

  private long[] seeds() {
    return chains.stream().mapToLong(LongChain::seed).toArray();
  }
}
