package eddy.nets.reference;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.run.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The float64 twin of {@link eddy.nets.Network}: every layer in plain loops, no BLAS, the same
 * parameter order, the same dropout masks from the same stream. It answers what the right number
 * is, for gradient checks, Hessians and tests; it is fast enough for tiny-fc, and not for training
 * a convolutional network.
 *
 * <p>Throughout, {@code w} is the flat parameter vector of length d, {@code running} the running
 * statistics of batch normalisation, {@code x[example][channel][row][column]} flat, {@code
 * y[example]} a label in 0 to outputs − 1, and only the first {@code n} examples count. An instance
 * keeps buffers from call to call: use one for each thread.
 */
public final class ReferenceNetwork {
  private final Architecture architecture;
  private final Loss loss;
  private final List<ReferenceLayer> layers = new ArrayList<>();
  private double[] outputGradient = new double[0];

  /** The twin of a network of this architecture with this loss. */
  public ReferenceNetwork(Architecture architecture, Loss loss) {
    this.architecture = architecture;
    this.loss = loss;
    for (Architecture.Layer layer : architecture.layers()) {
      layers.add(build(layer));
    }
  }

  private static ReferenceLayer build(Architecture.Layer layer) {
    LayerSpec spec = layer.spec();
    if (spec instanceof LayerSpec.Dense) {
      return new ReferenceDense(layer.input().size(), layer.output().size(), layer.offset());
    } else if (spec instanceof LayerSpec.Conv2d conv) {
      return new ReferenceConv2d(
          layer.input(),
          layer.output(),
          conv.kernel(),
          conv.stride(),
          conv.padding(),
          layer.offset());
    } else if (spec instanceof LayerSpec.BatchNorm norm) {
      return new ReferenceBatchNorm(layer.input(), norm, layer.offset(), layer.runningOffset());
    } else if (spec instanceof LayerSpec.Relu) {
      return new ReferenceRelu(layer.input().size());
    } else if (spec instanceof LayerSpec.MaxPool pool) {
      return new ReferenceMaxPool(layer.input(), layer.output(), pool.size(), pool.stride());
    } else if (spec instanceof LayerSpec.AvgPool pool) {
      return new ReferenceAvgPool(layer.input(), layer.output(), pool.size(), pool.stride());
    } else if (spec instanceof LayerSpec.Dropout dropout) {
      return new ReferenceDropout(layer.input().size(), dropout.rate());
    }
    throw new IllegalArgumentException("The float64 twin has no layer " + spec + ".");
  }

  /** The float32 numbers, exactly, as float64. */
  public static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** The outputs in evaluation mode, {@code [n][outputs]}, a new array. */
  public double[] outputs(double[] w, double[] running, double[] x, int n) {
    return Arrays.copyOf(
        forward(w, x, n, Mode.evaluation(running)), n * architecture.output().size());
  }

  /** The mean loss in evaluation mode. */
  public double loss(double[] w, double[] running, double[] x, int[] y, int n) {
    return meanLoss(forward(w, x, n, Mode.evaluation(running)), y, n);
  }

  /**
   * The mean loss in evaluation mode and its gradient, (1/n) Σ_k ∇l_k(w).
   *
   * @param gradient receives d numbers
   */
  public double gradient(
      double[] w, double[] running, double[] x, int[] y, int n, double[] gradient) {
    double value = meanLoss(forward(w, x, n, Mode.evaluation(running)), y, n);
    backward(w, n, gradient);
    return value;
  }

  /**
   * The gradients of the single examples in evaluation mode, {@code [n][d]}, a new array: row k is
   * ∇l_k(w), each from a pass of its own.
   */
  public double[] perExampleGradients(double[] w, double[] running, double[] x, int[] y, int n) {
    int d = architecture.parameterCount();
    int size = architecture.input().size();
    double[] rows = new double[Math.multiplyExact(n, d)];
    double[] row = new double[d];
    for (int k = 0; k < n; k++) {
      double[] image = Arrays.copyOfRange(x, k * size, (k + 1) * size);
      gradient(w, running, image, new int[] {y[k]}, 1, row);
      System.arraycopy(row, 0, rows, k * d, d);
    }
    return rows;
  }

  /**
   * The mean loss in training mode: batch statistics, and dropout masks from {@code dropout}.
   *
   * @param dropout null for no dropout; else it moves on by one number per droppable activation
   * @throws IllegalArgumentException if batch normalisation would see one value per channel
   */
  public double trainLoss(double[] w, double[] x, int[] y, int n, RandomStream dropout) {
    return meanLoss(forward(w, x, n, Mode.training(null, dropout)), y, n);
  }

  /**
   * The mean loss in training mode and its gradient, which goes through the batch statistics.
   *
   * @param running moved towards the batch statistics; null leaves them alone
   * @param gradient receives d numbers
   * @param dropout null for no dropout
   * @throws IllegalArgumentException if batch normalisation would see one value per channel
   */
  public double trainGradient(
      double[] w,
      double[] running,
      double[] x,
      int[] y,
      int n,
      double[] gradient,
      RandomStream dropout) {
    double value = meanLoss(forward(w, x, n, Mode.training(running, dropout)), y, n);
    backward(w, n, gradient);
    return value;
  }

  /**
   * A fingerprint of the linear piece on which the last pass over {@code n} examples lay: which
   * numbers were positive before a ReLU, which won a maximum. Between two points of one piece the
   * loss is smooth, which is what a finite difference needs.
   */
  public long piece(int n) {
    long hash = 1;
    for (ReferenceLayer layer : layers) {
      hash = layer.piece(hash, n);
    }
    return hash;
  }

  private double[] forward(double[] w, double[] x, int n, Mode mode) {
    double[] values = x;
    for (ReferenceLayer layer : layers) {
      values = layer.forward(w, values, n, mode);
    }
    return values;
  }

  /** The mean loss, and its derivative by the outputs in {@link #outputGradient}. */
  private double meanLoss(double[] outputs, int[] y, int n) {
    int classes = architecture.output().size();
    if (outputGradient.length < n * classes) {
      outputGradient = new double[n * classes];
    }
    double[] one = new double[classes];
    double sum = 0;
    for (int k = 0; k < n; k++) {
      System.arraycopy(outputs, k * classes, one, 0, classes);
      sum += loss.value(one, y[k], one);
      for (int c = 0; c < classes; c++) {
        outputGradient[k * classes + c] = one[c] / n;
      }
    }
    return sum / n;
  }

  private void backward(double[] w, int n, double[] gradient) {
    Arrays.fill(gradient, 0, architecture.parameterCount(), 0);
    double[] dy = outputGradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      dy = layers.get(i).backward(w, dy, gradient, n);
    }
  }
}
