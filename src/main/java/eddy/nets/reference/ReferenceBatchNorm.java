package eddy.nets.reference;

import eddy.nets.LayerSpec;
import eddy.nets.Shape;

/**
 * y = gamma (x - m) / sqrt(v + epsilon) + beta for each channel, over the examples and the pixels
 * of a plane (Ioffe and Szegedy 2015, algorithm 1). In training mode m and v are the mean and the
 * biased variance of the batch; in evaluation mode they are the running statistics. gamma and then
 * beta lie at {@code at} in w, the running mean and then the running variance at {@code statistics}
 * in the array of running statistics.
 */
final class ReferenceBatchNorm extends ReferenceLayer {
  private final int channels;
  private final int plane;
  private final LayerSpec.BatchNorm spec;
  private final int at;
  private final int statistics;
  private final double[] inverse;
  private double[] normalised = new double[0];
  private boolean train;

  ReferenceBatchNorm(Shape shape, LayerSpec.BatchNorm spec, int at, int statistics) {
    super(shape.size(), shape.size());
    this.channels = shape.channels();
    this.plane = shape.area();
    this.spec = spec;
    this.at = at;
    this.statistics = statistics;
    this.inverse = new double[channels];
  }

  @Override
  void forwardInto(double[] w, int n, Mode mode) {
    train = mode.train();
    if (train && n * plane < 2) {
      throw new IllegalArgumentException(
          "Batch normalisation cannot train on one value per channel; give it a larger batch.");
    }
    if (normalised.length < n * inputs) {
      normalised = new double[n * inputs];
    }
    for (int c = 0; c < channels; c++) {
      double mean = train ? batchMean(c, n) : mode.running()[statistics + c];
      double variance =
          train ? batchVariance(c, n, mean) : mode.running()[statistics + channels + c];
      if (train && mode.running() != null) {
        double count = (double) n * plane;
        average(mode.running(), statistics + c, mean);
        average(mode.running(), statistics + channels + c, variance * count / (count - 1));
      }
      inverse[c] = 1 / Math.sqrt(variance + spec.epsilon());
      for (int k = 0; k < n; k++) {
        int from = (k * channels + c) * plane;
        for (int q = from; q < from + plane; q++) {
          normalised[q] = (input[q] - mean) * inverse[c];
          output[q] = w[at + c] * normalised[q] + w[at + channels + c];
        }
      }
    }
  }

  private double batchMean(int c, int n) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      int from = (k * channels + c) * plane;
      for (int q = from; q < from + plane; q++) {
        sum += input[q];
      }
    }
    return sum / ((double) n * plane);
  }

  private double batchVariance(int c, int n, double mean) {
    double sum = 0;
    for (int k = 0; k < n; k++) {
      int from = (k * channels + c) * plane;
      for (int q = from; q < from + plane; q++) {
        sum += (input[q] - mean) * (input[q] - mean);
      }
    }
    return sum / ((double) n * plane);
  }

  private void average(double[] running, int i, double value) {
    running[i] += spec.momentum() * (value - running[i]);
  }

  /**
   * dbeta = sum dy, dgamma = sum dy x̂, and in training mode dx = gamma / sqrt(v + epsilon) (dy -
   * mean(dy) - x̂ mean(dy x̂)); in evaluation mode the two means are absent.
   */
  @Override
  double[] backward(double[] w, double[] dy, double[] dw, int n) {
    double count = (double) n * plane;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      double product = 0;
      for (int k = 0; k < n; k++) {
        int from = (k * channels + c) * plane;
        for (int q = from; q < from + plane; q++) {
          sum += dy[q];
          product += dy[q] * normalised[q];
        }
      }
      dw[at + c] += product;
      dw[at + channels + c] += sum;
      double scale = w[at + c] * inverse[c];
      double mean = train ? sum / count : 0;
      double slope = train ? product / count : 0;
      for (int k = 0; k < n; k++) {
        int from = (k * channels + c) * plane;
        for (int q = from; q < from + plane; q++) {
          inputGradient[q] = scale * (dy[q] - mean - normalised[q] * slope);
        }
      }
    }
    return inputGradient;
  }
}
