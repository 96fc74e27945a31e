package eddy.trajectory;

import java.util.ArrayList;
import java.util.List;

/** Where a run of SGD stands between two steps: all that it needs to go on to the same bits. */
final class SgdState {
  final float[] weights;
  final float[] velocity;
  final float[] running;
  final List<EpochLog> log = new ArrayList<>();
  final List<Snapshot> snapshots = new ArrayList<>();
  int epochsDone;

  /** Steps done in the epoch that follows. */
  int stepsDone;

  /** Sum of the batch losses of those steps. */
  double lossSum;

  /** Where the streams of that epoch stand. */
  long samplingPosition;

  long dropoutPosition;

  SgdState(float[] weights, float[] velocity, float[] running) {
    this.weights = weights;
    this.velocity = velocity;
    this.running = running;
  }

  static SgdState start(Snapshot start) {
    return new SgdState(
        start.weights().clone(), new float[start.weights().length], start.running().clone());
  }

  /** In words: what a checkpoint of this state makes safe. */
  String describe() {
    String steps = stepsDone == 0 ? "" : " and " + stepsDone + " steps of the next";
    return (epochsDone == 1 ? "1 epoch" : epochsDone + " epochs") + steps;
  }
}
