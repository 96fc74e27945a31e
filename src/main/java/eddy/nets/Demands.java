package eddy.nets;

import eddy.linalg.FloatMatrix;
import eddy.nets.LayerSpec.BatchNorm;

/** What a network demands of its arguments, each with the sentence that refuses the rest. */
final class Demands {
  private final Architecture architecture;
  private final int maxBatch;

  Demands(Architecture architecture, int maxBatch) {
    Check.atLeast("The largest batch", maxBatch, 1);
    this.architecture = architecture;
    this.maxBatch = maxBatch;
  }

  void training(
      float[] w, float[] running, float[] x, int[] y, int[] index, int from, int b, float[] grad) {
    batch(b);
    numbers(w, running);
    gradient(grad.length, b);
    if (from < 0 || from > index.length - b) {
      throw refused(
          b
              + " examples from place "
              + from
              + " on are more than the index holds: "
              + index.length);
    }
    int n = Math.min(y.length, x.length / architecture.input().size());
    for (int i = from; i < from + b; i++) {
      if (index[i] < 0 || index[i] >= n) {
        throw refused(
            "the index names example " + index[i] + ", but there are images and labels for " + n);
      }
    }
  }

  /** Running statistics may be null in training. */
  private void numbers(float[] w, float[] running) {
    length("the parameter vector", w.length, architecture.parameterCount());
    if (running != null) {
      length("the array of running statistics", running.length, architecture.runningCount());
    }
  }

  private void batch(int b) {
    if (b < 1 || b > maxBatch) {
      throw refused(
          "a batch of "
              + b
              + " does not fit; it was made for 1 to "
              + maxBatch
              + ", so make a network with a larger maxBatch");
    }
    for (Architecture.Layer layer : architecture.layers()) {
      if (b == 1 && layer.spec() instanceof BatchNorm && layer.input().area() == 1) {
        throw refused(
            "layer "
                + layer.index()
                + " normalises over the batch and cannot train on a batch of 1; use 2 or more");
      }
    }
  }

  void evaluation(float[] w, float[] running, float[] x, int[] y, int from, int count) {
    length("the array of running statistics", running.length, architecture.runningCount());
    numbers(w, running);
    int n = x.length / architecture.input().size();
    if (y != null && y.length < n) {
      n = y.length;
    }
    if (from < 0 || count < 0 || from > n - count) {
      throw refused(
          count
              + " examples from number "
              + from
              + " on are asked for, but there are images and labels for "
              + n);
    }
  }

  void averaging(float[] w, float[] running, float[] x, int n, int b) {
    batch(Math.min(n, b));
    evaluation(w, running, x, null, 0, n);
  }

  void gradient(int length, int count) {
    Check.atLeast("The number of examples", count, 1);
    length("the gradient", length, architecture.parameterCount());
  }

  void rows(int count, FloatMatrix out) {
    length("a row of the gradient matrix", out.columns(), architecture.parameterCount());
    if (count > out.rows()) {
      throw refused(
          "the gradients of "
              + count
              + " examples do not fit into a matrix of "
              + out.rows()
              + " rows");
    }
  }

  void outputs(int count, float[] out) {
    length("the array for the outputs", out.length, count * architecture.output().size());
  }

  private void length(String what, int length, int needed) {
    if (length != needed) {
      throw refused(what + " has " + length + " numbers where " + needed + " are needed");
    }
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("The network " + architecture.name() + ": " + why + ".");
  }
}
