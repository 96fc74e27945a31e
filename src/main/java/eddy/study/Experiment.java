package eddy.study;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.study.ImageSet.View;
import eddy.trajectory.LearningRate;
import eddy.trajectory.Momentum;
import eddy.trajectory.Sampling;
import eddy.trajectory.SgdSettings;

/**
 * A network, its images and how it is trained: everything that a result depends on but the seed. A
 * baseline has a name; an ablation changes one field of it and says which in its name.
 *
 * @param name short, used in tables and folder names
 * @param net which of the paper's networks
 * @param images what it sees
 * @param dropout rate of small-lenet's dropout layers; 0 leaves them out
 * @param learningRate η by epoch
 * @param momentum plain, heavy ball or Nesterov
 * @param batchSize b
 * @param sampling how batches are drawn
 * @param epochs length of training; a multiple of 5, so that 20 and 40 % are whole epochs
 */
public record Experiment(
    String name,
    Net net,
    ImageSet images,
    double dropout,
    LearningRate learningRate,
    Momentum momentum,
    int batchSize,
    Sampling sampling,
    int epochs) {

  /** The networks of Sec. 4 that see MNIST. */
  public enum Net {
    /** The convolutional network, 13,338 weights. */
    SMALL_LENET,
    /** The fully-connected network, 49-64-10, 3,978 weights. */
    SMALL_FC,
    /** The fully-connected network of Sec. 4.2, 49-16-5, 917 weights. */
    TINY_FC
  }

  /** Checks the length. */
  public Experiment {
    if (epochs < 5 || epochs % 5 != 0) {
      throw new IllegalArgumentException(
          "The length of training must be a multiple of 5 epochs, not " + epochs + ".");
    }
  }

  /**
   * Figure 1a: small-lenet on MNIST, all settings as the authors' code has them by default: pixels
   * 0 to 255, learning rate 0.1 throughout, heavy ball 0.9, batches of 128, reshuffled, dropout 0.1
   * and no L2, 50 epochs.
   */
  public static Experiment fig1a() {
    return base("fig1a", Net.SMALL_LENET, ImageSet.mnist(View.RAW_28), 0.1);
  }

  /** Figure 1b as printed: small-fc on 7 x 7 MNIST, all ten digits; the rest as Figure 1a. */
  public static Experiment fig1bPrinted() {
    return base("fig1b-printed", Net.SMALL_FC, ImageSet.mnist(View.PRINTED_7), 0);
  }

  /** Figure 1b as the authors' code reads: wrapped pixels, digits 0 and 1 only, ten outputs. */
  public static Experiment fig1bCoded() {
    ImageSet images = ImageSet.mnist(View.WRAPPED_7).withDigits(0, 1);
    return base("fig1b-coded", Net.SMALL_FC, images, 0);
  }

  /**
   * Figure 3: tiny-fc with five outputs on the digits 0 to 4, pixels averaged over areas to 7 x 7
   * in [0, 1], batches of 128 drawn with replacement (what the authors' index amounts to), heavy
   * ball 0.9 and no L2: a burn-in of 1,000 epochs at learning rate 0.1, the authors' default, then
   * 100,000 epochs at the printed 10⁻³.
   */
  public static Experiment fig3() {
    return new Experiment(
        "fig3",
        Net.TINY_FC,
        ImageSet.mnist(View.AREA_7).withDigits(0, 1, 2, 3, 4),
        0,
        LearningRate.constant(0.1).then(1000, 1e-3),
        new Momentum.HeavyBall(0.9),
        128,
        Sampling.WITH_REPLACEMENT,
        101_000);
  }

  private static Experiment base(String name, Net net, ImageSet images, double dropout) {
    return new Experiment(
        name,
        net,
        images,
        dropout,
        LearningRate.constant(0.1),
        new Momentum.HeavyBall(0.9),
        128,
        Sampling.RESHUFFLED,
        50);
  }

  /** An ablation: other images. */
  public Experiment withImages(String change, ImageSet other) {
    return new Experiment(
        name + ", " + change,
        net,
        other,
        dropout,
        learningRate,
        momentum,
        batchSize,
        sampling,
        epochs);
  }

  /** An ablation: another learning rate. */
  public Experiment withLearningRate(String change, LearningRate other) {
    return new Experiment(
        name + ", " + change, net, images, dropout, other, momentum, batchSize, sampling, epochs);
  }

  /** An ablation: another momentum. */
  public Experiment withMomentum(String change, Momentum other) {
    return new Experiment(
        name + ", " + change,
        net,
        images,
        dropout,
        learningRate,
        other,
        batchSize,
        sampling,
        epochs);
  }

  /** An ablation: another sampling. */
  public Experiment withSampling(String change, Sampling other) {
    return new Experiment(
        name + ", " + change,
        net,
        images,
        dropout,
        learningRate,
        momentum,
        batchSize,
        other,
        epochs);
  }

  /** The same experiment stopped earlier, or gone on with; it begins as this one does. */
  public Experiment withEpochs(int length) {
    return new Experiment(
        name, net, images, dropout, learningRate, momentum, batchSize, sampling, length);
  }

  /**
   * The same experiment at a size for a first look: built-in digits and few epochs.
   *
   * @param examples how many digits to train on
   * @param length how many epochs, a multiple of 5
   */
  public Experiment quick(int examples, int length) {
    return new Experiment(
        name,
        net,
        images.builtIn(examples),
        dropout,
        learningRate,
        momentum,
        batchSize,
        sampling,
        length);
  }

  /** The network's layers. */
  public Architecture architecture() {
    return switch (net) {
      case SMALL_LENET -> Architectures.smallLenet(dropout);
      case SMALL_FC -> Architectures.smallFc();
      case TINY_FC -> Architectures.tinyFc(images.digits().size());
    };
  }

  /** How SGD runs, without L2. */
  public SgdSettings settings(long seed) {
    return new SgdSettings(learningRate, momentum, batchSize, sampling, 0, seed, epochs);
  }

  /** The three instants of Figure 1, in epochs: 20, 40 and 100 % of training. */
  public int[] instants() {
    return new int[] {epochs / 5, 2 * epochs / 5, epochs};
  }

  /** Everything but the name, in one line. */
  public String describe() {
    return architecture()
        + "; "
        + images.describe()
        + "; dropout "
        + dropout
        + "; "
        + epochs
        + " epochs; "
        + settings(0).describe().replaceFirst("; seed 0", "");
  }
}
