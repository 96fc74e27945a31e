package eddy.notebook;

import eddy.study.own.EquivalentRun;
import eddy.study.own.EquivalentRuns;
import eddy.study.own.EquivalentTraining;
import eddy.study.own.NoiseScale;
import eddy.study.own.Temperature;
import tech.tablesaw.api.Table;

/** What learning rate and batch size of a user's run mean, in tables. */
public final class OwnNoiseReport {
  private OwnNoiseReport() {}

  /** The noise scale beside the user's batch size. */
  public static Table noiseScale(NoiseScale scale, Temperature own) {
    return new RowTable("Gradient noise scale", "quantity", "value")
        .row("tr D", scale.trace())
        .row("|g|², of the mean gradient", scale.gradientSquared())
        .row("noise scale of these examples, tr D/|g|²", scale.ofTheExamples())
        .row("of the distribution they come from", scale.ofTheDistribution())
        .row(
            "its 95 % interval, jackknife over groups of examples",
            Numbers.brief(scale.low(), 3) + " to " + Numbers.brief(scale.high(), 3))
        .row("your batch size b", own.batch())
        .row("noise of your batch by gradient, tr D/(b |g|²)", scale.ofTheExamples() / own.batch())
        .table();
  }

  /** The temperature and its corrections. */
  public static Table temperature(Temperature own) {
    return new RowTable("Temperature of the noise", "quantity", "value")
        .row("η/(2b)", own.printed())
        .row("finite population, (N − b)/(N − 1)", own.finitePopulationFactor())
        .row("momentum, 1/(1 − μ)", 1 / (1 - own.momentum()))
        .row("β⁻¹ with both", own.value())
        .row("β", 1 / own.value())
        .table();
  }

  /** The pairs (η, b) with the temperature of the user's, the user's own among them. */
  public static Table equivalents(EquivalentRuns runs) {
    boolean known = runs.curvatureIsKnown();
    RowTable table =
        new RowTable(
            "Runs with (η/2b) · mean λ(D) = " + Numbers.brief(runs.noise(), 4),
            "b",
            "η",
            "steps for the same time",
            "η k of the stiffest direction",
            "stable there",
            "its variance by that of yours",
            "η that keeps its variance");
    for (EquivalentRun run : runs.runs()) {
      table.row(
          run.batch() + (run.batch() == runs.own().batch() ? " (yours)" : ""),
          run.rate(),
          "× " + Numbers.brief(run.stepsRatio(), 3),
          Numbers.brief(run.stepCurvature(), 3),
          known ? (run.stable() ? "yes" : "no") : "not known",
          Numbers.brief(run.varianceRatio(), 4),
          Numbers.brief(run.stiffRate(), 4));
    }
    return table.table();
  }

  /** Loss and noise of the same training at three pairs (η, b), seed by seed. */
  public static Table training(EquivalentTraining.Comparison runs, int factor) {
    RowTable table =
        new RowTable(
            "Second half of training: training loss in evaluation mode, and (η/2b) · mean λ(D)",
            "seed",
            "loss at (η, b)",
            "at (%1$dη, %1$db)".formatted(factor),
            "null: at (%dη, b)".formatted(factor),
            "noise at (η, b)",
            "noise at (%1$dη, %1$db)".formatted(factor),
            "null: noise at (%dη, b)".formatted(factor));
    for (int i = 0; i < runs.seeds().length; i++) {
      table.row(
          runs.seeds()[i],
          runs.own()[i].loss(),
          runs.equivalent()[i].loss(),
          runs.hotter()[i].loss(),
          Numbers.brief(runs.own()[i].noise(), 3),
          Numbers.brief(runs.equivalent()[i].noise(), 3),
          Numbers.brief(runs.hotter()[i].noise(), 3));
    }
    return table.table();
  }
}
