package eddy.trajectory;

import eddy.run.Checkpoint;
import eddy.run.NpyArray;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One chain of a {@link LongRun}: trains, stores snapshots, and goes on from its last checkpoint.
 * {@link #run} works on one thread; the rest may be asked from others.
 */
final class Chain {
  /**
   * What one chain does.
   *
   * @param seed which chain
   * @param burnIn epochs before anything is kept
   * @param epochs epochs after them
   * @param every steps between two snapshots
   * @param full when the full gradient is measured
   * @param seconds between two checkpoints
   */
  record Task(long seed, int burnIn, int epochs, long every, FullGradients full, double seconds) {}

  private final Task task;
  private final FullyConnectedTrainer trainer;
  private final TrajectoryStore store;
  private final Snapshot start;
  private final float[] row;
  private String arithmetic;
  private double lossSum;
  private long lossCount;
  private long snapshots;
  private volatile long stepsDone;
  private volatile double lossNow = Double.NaN;
  private volatile long safe;

  Chain(Task task, FullyConnectedTrainer trainer, TrajectoryStore store, Snapshot start) {
    this.task = task;
    this.trainer = trainer;
    this.store = store;
    this.start = start;
    row = new float[trainer.dimension()];
    arithmetic = trainer.arithmetic();
    restore();
  }

  private void restore() {
    Checkpoint found = store.found();
    if (found == null) {
      trainer.start(start);
      return;
    }
    String before = found.value("arithmetic");
    boolean same = before.equals(arithmetic) || before.endsWith(" then " + arithmetic);
    arithmetic = same ? before : before + " then " + arithmetic;
    trainer.set(
        found.array("weights").floats(),
        found.array("velocity").floats(),
        found.array("running").floats(),
        (int) found.number("epochsDone"),
        (int) found.number("stepsDone"),
        found.number("samplingPosition"));
    lossSum = Double.parseDouble(found.value("lossSum"));
    lossCount = found.number("lossCount");
    snapshots = store.safe();
    safe = snapshots;
    stepsDone = steps();
    if (snapshots > total()) {
      throw new IllegalStateException(
          "Seed "
              + task.seed
              + " already has "
              + snapshots
              + " snapshots, more than the "
              + total()
              + " that are asked for: ask for as many, or give this run another folder.");
    }
  }

  /** Steps since the very start. */
  private long steps() {
    return (long) trainer.epochsDone() * trainer.stepsPerEpoch() + trainer.stepsDone();
  }

  /** Snapshots that the whole chain has. */
  long total() {
    return (long) task.epochs * trainer.stepsPerEpoch() / task.every;
  }

  long totalSteps() {
    return (long) (task.burnIn + task.epochs) * trainer.stepsPerEpoch();
  }

  long stepsDone() {
    return stepsDone;
  }

  /** Mean loss of the batches since the last snapshot. */
  double loss() {
    return lossNow;
  }

  /** In words: what is safe on disk. */
  String safe() {
    return "seed " + task.seed + ": " + safe + " of " + total() + " snapshots";
  }

  String arithmetic() {
    return arithmetic;
  }

  int stepsPerEpoch() {
    return trainer.stepsPerEpoch();
  }

  /**
   * Runs to the end.
   *
   * @param stop asked before every step; when true, a checkpoint is written and this returns
   * @throws UncheckedIOException if the disk does not take it; says what is safe
   */
  void run(BooleanSupplier stop) {
    if (stop.getAsBoolean()) {
      return;
    }
    try (store) {
      store.begin();
      if (store.found() == null) {
        checkpoint();
      }
      store.requireRoom(total() - snapshots);
      store.open();
      long last = System.nanoTime();
      while (stepsDone < totalSteps() && !stop.getAsBoolean()) {
        step();
        if ((System.nanoTime() - last) * 1e-9 > task.seconds) {
          checkpoint();
          last = System.nanoTime();
        }
      }
      checkpoint();
    } catch (UncheckedIOException e) {
      throw new UncheckedIOException(
          e.getMessage()
              + " The run stopped; safe on disk: "
              + safe()
              + ". Make room or mend the folder, and run it again to go on from there.",
          e.getCause());
    }
  }

  private void step() {
    lossSum += trainer.step();
    lossCount++;
    stepsDone++;
    long after = stepsDone - (long) task.burnIn * trainer.stepsPerEpoch();
    if (after > 0 && after % task.every == 0) {
      snapshot(after);
    } else if (after <= 0 && trainer.stepsDone() == 0) {
      meanLoss();
    }
  }

  private double meanLoss() {
    double mean = lossSum / lossCount;
    lossSum = 0;
    lossCount = 0;
    lossNow = mean;
    return mean;
  }

  private void snapshot(long after) {
    trainer.weights(row);
    double norm = Double.NaN;
    double loss = Double.NaN;
    if (task.full.at(snapshots)) {
      FullBatch all = trainer.fullBatch();
      norm = all.gradientNorm();
      loss = all.loss();
    }
    double batchNorm = trainer.batchGradientNorm();
    store.append(after, row, norm, loss, batchNorm, meanLoss());
    snapshots++;
  }

  private void checkpoint() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("arithmetic", arithmetic);
    values.put("epochsDone", "" + trainer.epochsDone());
    values.put("stepsDone", "" + trainer.stepsDone());
    values.put("samplingPosition", "" + trainer.samplingPosition());
    values.put("lossSum", "" + lossSum);
    values.put("lossCount", "" + lossCount);
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("weights", NpyArray.of(trainer.weights()));
    arrays.put("velocity", NpyArray.of(trainer.velocity()));
    arrays.put("running", NpyArray.of(trainer.running()));
    store.checkpoint(values, arrays);
    safe = store.safe();
  }
}
