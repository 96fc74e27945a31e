package eddy.study.longrun;

import eddy.data.Images;
import eddy.data.Subset;
import eddy.nets.Architecture;
import eddy.run.Progress;
import eddy.spectral.NullModel;
import eddy.spectral.Series;
import eddy.study.Experiment;
import eddy.study.ImageSet;
import eddy.study.RunFolder;
import eddy.trajectory.LearningRate;
import eddy.trajectory.LongRun;
import eddy.trajectory.Momentum;
import eddy.trajectory.Sampling;
import eddy.trajectory.SgdSettings;
import eddy.trajectory.Snapshot;
import eddy.trajectory.Trajectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Section 4.2 with several seeds: trains what is not trained yet, measures what is not measured
 * yet, and keeps both in its folder. Everything goes on where it was stopped.
 */
public final class LongStudy {
  private final Path runs;
  private final Map<ImageSet, Images> images = new HashMap<>();
  private Progress progress = Progress.NONE;

  /**
   * A study.
   *
   * @param runs the folder in which it keeps its runs
   */
  public LongStudy(Path runs) {
    this.runs = runs;
  }

  /** Who hears about what comes next. */
  public LongStudy progress(Progress to) {
    progress = to;
    return this;
  }

  /** The images of an experiment, labelled 0, 1, 2, ... and read once. */
  public Images images(Experiment experiment) {
    return images.computeIfAbsent(
        experiment.images(),
        set ->
            Subset.relabelled(
                set.train(), set.digits().stream().mapToInt(Integer::intValue).toArray()));
  }

  /**
   * The trajectories of an experiment, a snapshot an epoch from the first epoch on. An epoch has
   * N/b steps, rounded down, as the authors' loop.
   *
   * @param seeds of initial weights and batches
   */
  public List<LongChain> chains(Experiment experiment, long... seeds) {
    Images seen = images(experiment);
    int steps = seen.count() / experiment.batchSize();
    SgdSettings settings = experiment.settings(seeds[0]);
    Path folder = folder(experiment);
    List<Trajectory> found =
        new LongRun(experiment.architecture(), seen, settings)
            .stepsPerEpoch(steps)
            .into(folder)
            .progress(progress)
            .run(seeds);
    List<LearningRate.Piece> pieces = experiment.learningRate().pieces();
    int burnIn = pieces.get(pieces.size() - 1).epochsDone();
    List<LongChain> chains = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      Path own = folder.resolve("seed-" + seeds[i]);
      chains.add(new LongChain(experiment, seeds[i], seen, burnIn, steps, found.get(i), own));
    }
    return chains;
  }

  /**
   * Another trajectory from where the burn-in of a chain ended, at rest, under other settings and
   * the learning rate after the burn-in.
   *
   * @param from where it starts
   * @param experiment the ablation; its learning rate after the burn-in counts
   * @param epochs its length
   * @param every steps between snapshots; 0 for an epoch
   */
  public LongChain branch(LongChain from, Experiment experiment, int epochs, int every) {
    Architecture net = experiment.architecture();
    Snapshot start =
        new Snapshot(0, from.trajectory().row(from.burnIn() - 1), net.initialRunning());
    double rate = experiment.learningRate().at(experiment.epochs() - 1);
    Experiment after =
        experiment.withLearningRate("after the burn-in", LearningRate.constant(rate));
    Path folder = folder(after).resolve("every-" + every);
    int perEpoch = from.images().count() / experiment.batchSize();
    LongRun run =
        new LongRun(net, from.images(), after.settings(from.seed()).withEpochs(epochs))
            .stepsPerEpoch(perEpoch)
            .start(start)
            .into(folder)
            .progress(progress);
    Trajectory found = (every == 0 ? run : run.snapshotsEverySteps(every)).run(from.seed()).get(0);
    int steps = every == 0 ? perEpoch : every;
    return new LongChain(
        after, from.seed(), from.images(), 0, steps, found, folder.resolve("seed-" + from.seed()));
  }

  private Path folder(Experiment experiment) {
    String settings = experiment.withEpochs(5).describe();
    return runs.resolve(RunFolder.name(experiment.name(), settings));
  }

  /**
   * The quadratic model around a chain, averaged over snapshots spread over it.
   *
   * @param points how many snapshots
   * @param settings how much is sampled at each
   */
  public QuadraticModel model(LongChain chain, int points, QuadraticFit.Settings settings) {
    int[] at = chain.points(points);
    List<float[]> weights = Arrays.stream(at).mapToObj(chain.trajectory()::row).toList();
    String names = Arrays.toString(at).replace(", ", " ") + " of " + chain.checksum();
    String file = RunFolder.name("model", names + settings) + ".checkpoint";
    return new QuadraticFit(chain.architecture(), chain.images(), settings, progress)
        .average(weights, names, chain.folder().resolve(file));
  }

  /** The quadratic models around some chains. */
  public List<QuadraticModel> models(
      List<LongChain> chains, int points, QuadraticFit.Settings settings) {
    return chains.stream().map(chain -> model(chain, points, settings)).toList();
  }

  /**
   * The authors' statistics of some chains and of their null models.
   *
   * @param models the quadratic model around each
   * @param modes its modes with a stationary state
   * @return in the order of the chains
   */
  public List<SeedCurves> figure3(
      List<LongChain> chains, List<QuadraticModel> models, List<HeavyBallModes> modes) {
    return IntStream.range(0, chains.size())
        .mapToObj(i -> figure3(chains.get(i), models.get(i), modes.get(i)))
        .toList();
  }

  /** The authors' statistics of a chain and of its null models. */
  public SeedCurves figure3(LongChain chain, QuadraticModel model, HeavyBallModes modes) {
    String traces = " of traces " + model.hessianTrace() + " and " + model.noiseTrace();
    String along = " along " + modes.count() + " modes";
    Supplier<Series> reversible = () -> quadratic(chain, model, false);
    return new SeedCurves(
        chain.seed(),
        chain.snapshots(),
        kept(chain, "data", chain::weights),
        twin(chain, NullModel.BROWNIAN),
        twin(chain, NullModel.AR1),
        kept(chain, "quadratic" + traces, () -> quadratic(chain, model, true)),
        kept(chain, "quadratic-reversible" + traces, reversible),
        kept(
            chain,
            "data" + along + traces,
            () -> Subspace.of(chain.weights(), modes.directions(), progress)),
        kept(
            chain,
            "quadratic-reversible" + along + traces,
            () -> Subspace.of(reversible.get(), modes.directions(), progress)));
  }

  /** The authors' statistics of the twin of a chain under a null model. */
  private Figure3Curves twin(LongChain chain, NullModel nullModel) {
    return kept(
        chain,
        nullModel.name().toLowerCase(Locale.ROOT),
        () -> nullModel.twin(chain.weights(), chain.seed(), progress));
  }

  /** SGD on the quadratic model around a chain; not circulating: Q = 0. */
  private Series quadratic(LongChain chain, QuadraticModel model, boolean circulating) {
    return QuadraticNull.of(
        model,
        chain.rate(),
        chain.momentum(),
        chain.steps(),
        circulating,
        chain.snapshots(),
        chain.seed(),
        progress);
  }

  /**
   * Twins of some chains, each from the end of its burn-in with other batches.
   *
   * @param epochs their length
   * @param snapshots times at which they are compared
   */
  public List<TwinDrift> twins(List<LongChain> chains, int epochs, int... snapshots) {
    return chains.stream()
        .map(chain -> TwinDrift.of(chain, branch(chain, chain.experiment(), epochs, 0), snapshots))
        .toList();
  }

  private Figure3Curves kept(LongChain chain, String what, Supplier<Series> weights) {
    String settings =
        "what="
            + what
            + ", snapshots="
            + chain.snapshots()
            + ", steps="
            + chain.steps()
            + ", trajectory="
            + chain.checksum();
    String name = RunFolder.name("figure-3-" + what, settings) + ".checkpoint";
    Path file = chain.folder().resolve(name);
    return Figure3Curves.kept(file, settings, weights, progress);
  }

  /** The ablations of the notebook: the baseline with another momentum or another sampling. */
  public static List<Experiment> ablations(Experiment baseline) {
    return List.of(
        baseline,
        baseline.withMomentum("momentum 0", new Momentum.Plain()),
        baseline.withSampling("without replacement", Sampling.WITHOUT_REPLACEMENT),
        baseline.withSampling("reshuffled", Sampling.RESHUFFLED));
  }
}
