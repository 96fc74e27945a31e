package eddy.trajectory;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.run.Interrupts;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Long trajectories of a small fully-connected network, several chains side by side, one core each
 * (Chaudhari and Soatto, Sec. 4.2: a burn-in, then a snapshot of the weights after every epoch).
 *
 * <p>Each chain has a folder {@code seed-...} with its snapshots as {@code .npy} files. A run that
 * is interrupted, killed or out of disk goes on from its last checkpoint to the same bytes; a
 * longer run goes on from a shorter one.
 *
 * <pre>{@code
 * List<Trajectory> chains = new LongRun(Architectures.tinyFc(5), images, settings)
 *     .burnIn(1000, 0.1)
 *     .stepsPerEpoch(239)
 *     .into(folder)
 *     .progress(progress)
 *     .run(1, 2, 3);
 * }</pre>
 */
public final class LongRun {
  private static final long POLL_MILLISECONDS = 100;
  private static final double SECONDS_BETWEEN_CHECKPOINTS = 5;

  private final Architecture architecture;
  private final Images images;
  private final SgdSettings settings;
  private LearningRate learningRate;
  private int burnIn;
  private int stepsPerEpoch;
  private int everyEpochs = 1;
  private int everySteps;
  private FullGradients full = FullGradients.logSpaced(200);
  private Snapshot start;
  private Path folder;
  private double secondsBetween = SECONDS_BETWEEN_CHECKPOINTS;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Progress progress = Progress.NONE;

  /**
   * A run to be made.
   *
   * @param architecture blocks of dense layer, batch normalisation and ReLU, then a dense layer
   * @param images what it learns from
   * @param settings how; its epochs and learning rate count from the end of the burn-in, its seed
   *     gives way to those of {@link #run}
   */
  public LongRun(Architecture architecture, Images images, SgdSettings settings) {
    this.architecture = architecture;
    this.images = images;
    this.settings = settings;
    learningRate = settings.learningRate();
  }

  /** Epochs before the trajectory begins, at a learning rate of their own; none by default. */
  public LongRun burnIn(int epochs, double rate) {
    if (epochs < 1) {
      throw new IllegalArgumentException("A burn-in cannot last " + epochs + " epochs.");
    }
    burnIn = epochs;
    learningRate = LearningRate.constant(rate);
    for (LearningRate.Piece piece : settings.learningRate().pieces()) {
      learningRate = learningRate.then(epochs + piece.epochsDone(), piece.rate());
    }
    return this;
  }

  /** How many steps count as an epoch; by default ceil(N/b). The paper's is 239. */
  public LongRun stepsPerEpoch(int steps) {
    stepsPerEpoch = steps;
    return this;
  }

  /** A snapshot after each so many epochs; 1 by default. */
  public LongRun snapshotsEveryEpochs(int epochs) {
    requirePositive(epochs);
    everyEpochs = epochs;
    everySteps = 0;
    return this;
  }

  /** A snapshot after each so many steps. */
  public LongRun snapshotsEverySteps(int steps) {
    requirePositive(steps);
    everySteps = steps;
    return this;
  }

  private static void requirePositive(int between) {
    if (between < 1) {
      throw new IllegalArgumentException("Snapshots cannot be " + between + " apart.");
    }
  }

  /** When loss and gradient over all examples are measured; by default 200 times a decade. */
  public LongRun fullGradients(FullGradients when) {
    full = when;
    return this;
  }

  /** All chains start here; by default each at PyTorch's initialisation from its own seed. */
  public LongRun start(Snapshot from) {
    start = from;
    return this;
  }

  /** The folder of this run. */
  public LongRun into(Path where) {
    folder = where;
    return this;
  }

  /**
   * The time between two checkpoints of a chain, 5 by default; also on interrupt and at the end.
   */
  public LongRun checkpointsEvery(double seconds) {
    if (!(seconds > 0)) {
      throw new IllegalArgumentException(
          "Checkpoints need a positive number of seconds between them, not " + seconds + ".");
    }
    secondsBetween = seconds;
    return this;
  }

  /** How many chains run at a time; by default as many as there are cores. */
  public LongRun threads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("Chains need at least one thread, not " + count + ".");
    }
    threads = count;
    return this;
  }

  /** Reports steps, epoch, loss and what is safe on disk. */
  public LongRun progress(Progress to) {
    progress = to;
    return this;
  }

  /**
   * Runs the chains, or goes on with them.
   *
   * @param seeds of the initial weights and the batches, one a chain
   * @return the trajectories in the order of the seeds
   * @throws IllegalArgumentException if the network is not of the family, the images do not fit it,
   *     or there is no folder
   * @throws IllegalStateException if a folder holds a trajectory of other settings or a foreign
   *     one, another process is working on it, or the loss stops being a number; nothing is
   *     overwritten
   * @throws java.io.UncheckedIOException if a file is cut off or the disk is full; says what is
   *     safe
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; says what is safe
   */
  public List<Trajectory> run(long... seeds) {
    if (folder == null || seeds.length == 0) {
      throw new IllegalArgumentException("A long run needs a folder and at least one seed.");
    }
    List<Chain> chains = new ArrayList<>();
    for (long seed : seeds) {
      chains.add(chain(seed, StepArithmetic.best()));
    }
    runAll(chains);
    List<Trajectory> trajectories = new ArrayList<>();
    for (int i = 0; i < seeds.length; i++) {
      Path of = folder(seeds[i]);
      Chain chain = chains.get(i);
      trajectories.add(
          new Trajectory(
              of.resolve(TrajectoryStore.WEIGHTS), of, chain.stepsPerEpoch(), chain.arithmetic()));
    }
    return trajectories;
  }

  private Path folder(long seed) {
    return folder.resolve("seed-" + seed);
  }

  /** A chain that has read its state but does not run yet. */
  Chain chain(long seed, StepArithmetic arithmetic) {
    SgdSettings own = settings.withSeed(seed).withLearningRate(learningRate);
    FullyConnectedTrainer trainer =
        new FullyConnectedTrainer(architecture, images, own, stepsPerEpoch, arithmetic);
    Snapshot from =
        start != null
            ? start
            : new Snapshot(
                0, Initialisation.pytorch(architecture, seed), architecture.initialRunning());
    long every = everySteps > 0 ? everySteps : (long) everyEpochs * trainer.stepsPerEpoch();
    String described =
        NetworkGradient.describe(architecture, new Loss.SoftmaxCrossEntropy(), images)
            + ", "
            + own.describe()
            + ", start="
            + from.checksum()
            + ", burnIn="
            + burnIn
            + ", stepsPerEpoch="
            + trainer.stepsPerEpoch()
            + ", every="
            + every
            + " steps, full gradients "
            + full;
    TrajectoryStore store =
        new TrajectoryStore(folder(seed), described, architecture.parameterCount());
    Chain.Task task = new Chain.Task(seed, burnIn, settings.epochs(), every, full, secondsBetween);
    return new Chain(task, trainer, store, from);
  }

  private void runAll(List<Chain> chains) {
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            Math.min(threads, chains.size()),
            work -> {
              Thread thread = new Thread(work, "eddy: long run");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Chain chain : chains) {
        running.add(pool.submit(() -> chain.run(stop::get)));
      }
      for (Future<?> one : running) {
        await(one, chains);
      }
      report(chains);
    } catch (InterruptedException e) {
      finish(pool, stop);
      Thread.currentThread().interrupt();
      Interrupts.check(safe(chains));
    } finally {
      finish(pool, stop);
    }
  }

  private void await(Future<?> one, List<Chain> chains) throws InterruptedException {
    while (true) {
      try {
        one.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException still) {
        report(chains);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) e.getCause();
      }
    }
  }

  /** Lets the chains write their checkpoints; they look at {@code stop} before every step. */
  private static void finish(ExecutorService pool, AtomicBoolean stop) {
    stop.set(true);
    pool.shutdown();
    boolean interrupted = false;
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String safe(List<Chain> chains) {
    return chains.stream().map(Chain::safe).collect(Collectors.joining(", "));
  }

  private void report(List<Chain> chains) {
    long done = chains.stream().mapToLong(Chain::stepsDone).sum();
    long total = chains.stream().mapToLong(Chain::totalSteps).sum();
    double loss = chains.stream().mapToDouble(Chain::loss).filter(x -> x == x).average().orElse(0);
    String phase =
        String.format(
            Locale.ROOT,
            "%d %s, %s, loss %.3g",
            chains.size(),
            chains.size() == 1 ? "chain" : "chains",
            chains.get(0).arithmetic(),
            loss);
    progress.report(phase, done, total, safe(chains));
  }
}
