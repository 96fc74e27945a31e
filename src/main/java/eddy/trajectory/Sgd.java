package eddy.trajectory;

import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Stochastic gradient descent: x moves by {@link Momentum} along g_b + l2 x, where g_b is the mean
 * gradient on a batch drawn by {@link Sampling}.
 *
 * <p>With {@link #checkpoints} a run that is interrupted or killed goes on from its last
 * checkpoint, to the same bits as a run that was never stopped. An interrupt also writes a
 * checkpoint.
 *
 * <pre>{@code
 * TrainingRun run = new Sgd(problem, settings)
 *     .snapshots(10, 20, 50)
 *     .checkpoints(Path.of("runs/small-lenet-1"))
 *     .progress(progress)
 *     .run(start);
 * }</pre>
 */
public final class Sgd {
  private static final double SECONDS_BETWEEN_CHECKPOINTS = 10;

  private final StochasticGradient problem;
  private final SgdSettings settings;
  private final Batches batches;
  private final int[] index;
  private final float[] gradient;
  private int[] snapshotEpochs = {};
  private Path folder;
  private int epochsBetween = Integer.MAX_VALUE;
  private double secondsBetween = SECONDS_BETWEEN_CHECKPOINTS;
  private Progress progress = Progress.NONE;

  /**
   * A run to be made.
   *
   * @param problem what to descend
   * @param settings how
   * @throws IllegalArgumentException if the batches cannot be drawn from the examples
   */
  public Sgd(StochasticGradient problem, SgdSettings settings) {
    this.problem = problem;
    this.settings = settings;
    batches =
        new Batches(settings.sampling(), problem.examples(), settings.batchSize(), settings.seed());
    index = new int[settings.batchSize()];
    gradient = new float[problem.dimension()];
  }

  /**
   * Keeps the weights at these epochs.
   *
   * @param epochs numbers of epochs done, 0 for the start
   * @throws IllegalArgumentException if one is negative or beyond the end of the run
   */
  public Sgd snapshots(int... epochs) {
    int[] sorted = Arrays.stream(epochs).distinct().sorted().toArray();
    for (int epoch : sorted) {
      if (epoch < 0 || epoch > settings.epochs()) {
        throw new IllegalArgumentException(
            "A run of " + settings.epochs() + " epochs has no snapshot at epoch " + epoch + ".");
      }
    }
    snapshotEpochs = sorted;
    return this;
  }

  /** Writes a checkpoint to a folder every ten seconds, on interrupt and at the end. */
  public Sgd checkpoints(Path into) {
    return checkpoints(into, Integer.MAX_VALUE, SECONDS_BETWEEN_CHECKPOINTS);
  }

  /**
   * Writes checkpoints to a folder, also on interrupt and at the end.
   *
   * @param into the folder, of this run alone; made if it is not there
   * @param everyEpochs at least 1
   * @param everySeconds also when so much time has passed, within an epoch if need be
   */
  public Sgd checkpoints(Path into, int everyEpochs, double everySeconds) {
    if (everyEpochs < 1 || !(everySeconds > 0)) {
      throw new IllegalArgumentException(
          "Checkpoints need a positive number of epochs and of seconds between them.");
    }
    folder = into;
    epochsBetween = everyEpochs;
    secondsBetween = everySeconds;
    return this;
  }

  /** Reports after every step: the epoch, its loss so far, and what is safe on disk. */
  public Sgd progress(Progress to) {
    progress = to;
    return this;
  }

  /**
   * Runs, or goes on from the checkpoint in the folder.
   *
   * @param start weights and running statistics before the first step
   * @throws IllegalArgumentException if their lengths are not those of the problem
   * @throws IllegalStateException if the folder holds a checkpoint of another run, or one that
   *     lacks a snapshot asked for, or the loss stops being a number
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; says what is safe
   */
  public TrainingRun run(Snapshot start) {
    requireLength("weights", start.weights().length, problem.dimension());
    requireLength("running statistics", start.running().length, problem.runningCount());
    SgdCheckpoint store =
        folder == null ? null : new SgdCheckpoint(folder, problem, settings, start);
    SgdState state = store == null ? null : store.read();
    int resumedAt = state == null ? 0 : state.epochsDone;
    if (state == null) {
      state = SgdState.start(start);
      keepSnapshot(state);
    }
    requireSnapshots(state);
    while (state.epochsDone < settings.epochs()) {
      epoch(state, store);
    }
    if (store != null) {
      store.write(state);
    }
    Snapshot last = new Snapshot(state.epochsDone, state.weights, state.running);
    return new TrainingRun(
        state.snapshots, state.log, last, resumedAt, store == null ? "" : store.note());
  }

  private void epoch(SgdState state, SgdCheckpoint store) {
    batches.startEpoch(state.epochsDone);
    RandomStream dropout = new RandomStream(settings.seed(), StreamName.DROPOUT, state.epochsDone);
    if (state.stepsDone > 0) {
      batches.seek(state.samplingPosition);
      dropout.seek(state.dropoutPosition);
    }
    double rate = settings.learningRate().at(state.epochsDone);
    int steps = batches.perEpoch();
    while (state.stepsDone < steps) {
      pause(state, store);
      step(state, (float) rate, dropout);
      report(state, store, steps);
    }
    state.log.add(new EpochLog(state.epochsDone + 1, rate, state.lossSum / steps));
    state.epochsDone++;
    state.stepsDone = 0;
    state.lossSum = 0;
    keepSnapshot(state);
    if (store != null && state.epochsDone % epochsBetween == 0) {
      store.write(state);
    }
  }

  private void step(SgdState state, float rate, RandomStream dropout) {
    int count = batches.draw(state.stepsDone, index);
    double loss = problem.at(state.weights, state.running, index, count, gradient, dropout);
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException(
          "The loss became "
              + loss
              + " in epoch "
              + (state.epochsDone + 1)
              + ": the learning rate "
              + rate
              + " is too large here, or the data hold values that are no numbers.");
    }
    if (settings.l2() != 0) {
      float l2 = (float) settings.l2();
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += l2 * state.weights[i];
      }
    }
    settings.momentum().step(state.weights, state.velocity, gradient, rate);
    state.lossSum += loss;
    state.stepsDone++;
    state.samplingPosition = batches.position();
    state.dropoutPosition = dropout.position();
  }

  /** Between two steps: a checkpoint if it is due, and the end if the user asked for it. */
  private void pause(SgdState state, SgdCheckpoint store) {
    if (store != null && (Interrupts.requested() || store.secondsSinceLast() >= secondsBetween)) {
      store.write(state);
    }
    Interrupts.check(store == null ? "" : store.safe());
  }

  private void report(SgdState state, SgdCheckpoint store, int steps) {
    if (progress == Progress.NONE) {
      return;
    }
    String phase =
        String.format(
            Locale.ROOT,
            "epoch %d of %d, loss %.3g",
            state.epochsDone + 1,
            settings.epochs(),
            state.lossSum / state.stepsDone);
    progress.report(
        phase,
        (long) state.epochsDone * steps + state.stepsDone,
        (long) settings.epochs() * steps,
        store == null ? "" : store.safe());
  }

  private void keepSnapshot(SgdState state) {
    if (Arrays.binarySearch(snapshotEpochs, state.epochsDone) >= 0) {
      state.snapshots.add(new Snapshot(state.epochsDone, state.weights, state.running));
    }
  }

  private void requireSnapshots(SgdState state) {
    if (state.epochsDone > settings.epochs()) {
      throw new IllegalStateException(
          "The checkpoint in "
              + folder
              + " is at epoch "
              + state.epochsDone
              + ", past the "
              + settings.epochs()
              + " that are asked for: ask for more, or give this run another folder.");
    }
    for (int epoch : snapshotEpochs) {
      if (epoch <= state.epochsDone
          && state.snapshots.stream().noneMatch(snapshot -> snapshot.epoch() == epoch)) {
        throw new IllegalStateException(
            "The checkpoint in "
                + folder
                + " is at epoch "
                + state.epochsDone
                + " and did not keep epoch "
                + epoch
                + ": give this run another folder to start over.");
      }
    }
  }

  private static void requireLength(String what, int given, int needed) {
    if (given != needed) {
      throw new IllegalArgumentException(
          "This problem has " + needed + " " + what + ", but the start has " + given + ".");
    }
  }
}
