package eddy.trajectory;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.LayerSpec.BatchNorm;
import eddy.nets.Loss;
import eddy.nets.Network;
import java.util.Arrays;

/** The recurrence of {@link Sgd} on {@link eddy.nets}, step by step. */
final class SlowPath {
  final float[] weights;
  final float[] velocity;
  final float[] running;

  /** Of the last batch, without the L2 term. */
  final float[] gradient;

  private final Architecture net;
  private final Images images;
  private final SgdSettings settings;
  private final Network network;
  private final Batches batches;
  private final int[] index;
  private int count;
  private int done;

  SlowPath(Architecture net, Images images, SgdSettings settings, Snapshot start) {
    this.net = net;
    this.images = images;
    this.settings = settings;
    weights = start.weights().clone();
    velocity = new float[weights.length];
    running = start.running().clone();
    network = new Network(net, new Loss.SoftmaxCrossEntropy(), settings.batchSize(), 1);
    batches =
        new Batches(settings.sampling(), images.count(), settings.batchSize(), settings.seed());
    index = new int[settings.batchSize()];
    gradient = new float[weights.length];
  }

  double step() {
    int step = done % batches.perEpoch();
    int epoch = done / batches.perEpoch();
    if (step == 0) {
      batches.startEpoch(epoch);
    }
    count = batches.draw(step, index);
    double loss =
        network.trainGradient(
            weights, running, images.pixels(), images.labels(), index, 0, count, gradient, null);
    float[] along = gradient.clone();
    for (int i = 0; i < along.length; i++) {
      along[i] += (float) settings.l2() * weights[i];
    }
    float rate = (float) settings.learningRate().at(epoch);
    settings.momentum().step(weights, velocity, along, rate);
    done++;
    return loss;
  }

  /** Puts a trainer where this path is. */
  void handOver(FullyConnectedTrainer trainer) {
    trainer.set(
        weights,
        velocity,
        running,
        done / batches.perEpoch(),
        done % batches.perEpoch(),
        batches.position());
  }

  /** The smallest |input of a ReLU| in the last batch at some weights, in float64. */
  double nearestKink(float[] w) {
    double nearest = Double.MAX_VALUE;
    int inputs = net.input().size();
    double[][] x = new double[count][inputs];
    for (int e = 0; e < count; e++) {
      for (int k = 0; k < inputs; k++) {
        x[e][k] = images.pixels()[index[e] * inputs + k];
      }
    }
    for (int l = 0; l + 3 < net.layers().size(); l += 3) {
      Architecture.Layer dense = net.layers().get(l);
      Architecture.Layer norm = net.layers().get(l + 1);
      int units = dense.output().size();
      double[][] y = new double[count][units];
      for (int u = 0; u < units; u++) {
        double gamma = w[norm.offset() + u];
        double beta = w[norm.offset() + units + u];
        double[] z = normalised(unit(w, dense, u, x), ((BatchNorm) norm.spec()).epsilon());
        for (int e = 0; e < count; e++) {
          double in = gamma * z[e] + beta;
          nearest = Math.min(nearest, Math.abs(in));
          y[e][u] = Math.max(0, in);
        }
      }
      x = y;
    }
    return nearest;
  }

  private double[] unit(float[] w, Architecture.Layer dense, int u, double[][] x) {
    int inputs = dense.input().size();
    double[] z = new double[count];
    for (int e = 0; e < count; e++) {
      z[e] = w[dense.offset() + dense.output().size() * inputs + u];
      for (int k = 0; k < inputs; k++) {
        z[e] += w[dense.offset() + u * inputs + k] * x[e][k];
      }
    }
    return z;
  }

  private static double[] normalised(double[] z, double epsilon) {
    double mean = Arrays.stream(z).average().orElseThrow();
    double variance = Arrays.stream(z).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    return Arrays.stream(z).map(v -> (v - mean) / Math.sqrt(variance + epsilon)).toArray();
  }
}
