package eddy.nets;

import eddy.nets.LayerSpec.AvgPool;
import eddy.nets.LayerSpec.BatchNorm;
import eddy.nets.LayerSpec.Conv2d;
import eddy.nets.LayerSpec.Dense;
import eddy.nets.LayerSpec.Dropout;
import eddy.nets.LayerSpec.MaxPool;
import eddy.nets.LayerSpec.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * The networks of Chaudhari and Soatto (2018, Appendix E), layer by layer as in the authors' code:
 * every convolution and every dense layer but the last has a bias and is followed by batch
 * normalisation and ReLU. Counts include gamma and beta, and no running statistics.
 */
public final class Architectures {
  private Architectures() {}

  /** {@link #smallLenet(double)} at the authors' dropout rate 0.1. */
  public static Architecture smallLenet() {
    return smallLenet(0.1);
  }

  /**
   * small-lenet, 13,338 parameters: 28x28 pixels; two blocks of 5x5 convolution, max pooling and
   * dropout (8 channels pooled by 3, 16 pooled by 2), a dense layer of 128 with dropout, 10
   * outputs. Layer by layer 208 + 16, 3216 + 32, 8320 + 256, 1290.
   *
   * @param dropout rate of all three dropout layers, in [0, 1); 0 leaves them out
   */
  public static Architecture smallLenet(double dropout) {
    List<LayerSpec> layers = new ArrayList<>();
    normalised(layers, new Conv2d(8, 5, 1, 0));
    layers.add(new MaxPool(3));
    dropout(layers, dropout);
    normalised(layers, new Conv2d(16, 5, 1, 0));
    layers.add(new MaxPool(2));
    dropout(layers, dropout);
    normalised(layers, new Dense(128));
    dropout(layers, dropout);
    layers.add(new Dense(10));
    return Architecture.of("small-lenet", new Shape(1, 28, 28), layers);
  }

  /** small-fc, 3,978 parameters: 7x7 pixels, 64 hidden units, 10 outputs. 3200 + 128 + 650. */
  public static Architecture smallFc() {
    return fullyConnected("small-fc", 64, 10);
  }

  /**
   * tiny-fc: 7x7 pixels, 16 hidden units; 917 parameters with the 5 outputs of the paper's
   * trajectory experiment (800 + 32 + 85), 1,002 with 10.
   *
   * @param outputs number of classes, at least 1
   */
  public static Architecture tinyFc(int outputs) {
    return fullyConnected("tiny-fc", 16, outputs);
  }

  /** {@link #smallAllcnn(int, double)} without dropout, as the authors trained it by default. */
  public static Architecture smallAllcnn(int classes) {
    return smallAllcnn(classes, 0);
  }

  /**
   * small-allcnn: 3x32x32 pixels, 26,982 parameters for 10 classes and 29,412 for 100. 3x3
   * convolutions with padding 1: 12, 12, 12 with stride 2; 24, 24, 24 with stride 2; 24, 24; then
   * 1x1 to the classes, also normalised and rectified, and the mean over the remaining 8x8 pixels.
   *
   * @param classes number of outputs, at least 1
   * @param dropout rate after each of the two layers with stride 2, in [0, 1); 0 leaves them out
   */
  public static Architecture smallAllcnn(int classes, double dropout) {
    List<LayerSpec> layers = new ArrayList<>();
    normalised(layers, new Conv2d(12, 3, 1, 1));
    normalised(layers, new Conv2d(12, 3, 1, 1));
    normalised(layers, new Conv2d(12, 3, 2, 1));
    dropout(layers, dropout);
    normalised(layers, new Conv2d(24, 3, 1, 1));
    normalised(layers, new Conv2d(24, 3, 1, 1));
    normalised(layers, new Conv2d(24, 3, 2, 1));
    dropout(layers, dropout);
    normalised(layers, new Conv2d(24, 3, 1, 1));
    normalised(layers, new Conv2d(24, 3, 1, 1));
    normalised(layers, new Conv2d(classes, 1, 1, 0));
    layers.add(new AvgPool(8));
    return Architecture.of("small-allcnn", new Shape(3, 32, 32), layers);
  }

  private static Architecture fullyConnected(String name, int hidden, int outputs) {
    List<LayerSpec> layers = new ArrayList<>();
    normalised(layers, new Dense(hidden));
    layers.add(new Dense(outputs));
    return Architecture.of(name, new Shape(1, 7, 7), layers);
  }

  private static void normalised(List<LayerSpec> layers, LayerSpec linear) {
    layers.add(linear);
    layers.add(new BatchNorm());
    layers.add(new Relu());
  }

  private static void dropout(List<LayerSpec> layers, double rate) {
    if (rate != 0) {
      layers.add(new Dropout(rate));
    }
  }
}
