package eddy.study.own;

import eddy.data.Images;
import eddy.diffusion.PerExampleGradients;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.nets.Shape;
import eddy.nets.dl4j.Dl4j;
import eddy.nets.dl4j.Dl4jModel;
import java.nio.file.Path;

/**
 * A trained network as its owner has it.
 *
 * <pre>{@code
 * OwnNetwork network = OwnNetwork.load(Path.of("my-model.zip"));
 * Images images = network.examples().csv(Path.of("my-examples.csv"), "label");
 * System.out.println(network.standing(images).sentence());
 * }</pre>
 *
 * @param name in tables and figures
 * @param architecture its layers
 * @param loss what it was trained to minimise
 * @param weights x, in Eddy's order, length d
 * @param running running statistics of batch normalisation, in Eddy's order
 */
public record OwnNetwork(
    String name, Architecture architecture, Loss loss, float[] weights, float[] running) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if an array has the wrong length, a weight is not finite, or a
   *     running variance is negative
   */
  public OwnNetwork {
    if (weights.length != architecture.parameterCount()
        || running.length != architecture.runningCount()) {
      throw new IllegalArgumentException(
          "%s needs %d weights and %d running statistics, not %d and %d."
              .formatted(
                  name,
                  architecture.parameterCount(),
                  architecture.runningCount(),
                  weights.length,
                  running.length));
    }
    FiniteWeights.require(name, architecture, weights, running);
    weights = weights.clone();
    running = running.clone();
  }

  /**
   * A model that DL4J's {@code ModelSerializer} saved.
   *
   * @throws IllegalArgumentException with one sentence, if it cannot be taken over: see {@link
   *     Dl4j#load(Path)}
   */
  public static OwnNetwork load(Path file) {
    return load(file, null);
  }

  /**
   * A model that DL4J's {@code ModelSerializer} saved and that does not say how large its images
   * are.
   *
   * @param input the shape of one example; null to take it from the model
   * @throws IllegalArgumentException with one sentence, if it cannot be taken over
   */
  public static OwnNetwork load(Path file, Shape input) {
    return of(file.getFileName().toString(), Dl4j.load(file, input));
  }

  /** A DL4J model that was taken over, under a name. */
  public static OwnNetwork of(String name, Dl4jModel model) {
    return new OwnNetwork(
        name, model.architecture(), model.loss(), model.parameters(), model.running());
  }

  /** d, the number of weights. */
  public int dimension() {
    return weights.length;
  }

  /** Number of outputs, that is, of classes. */
  public int classes() {
    return architecture.output().size();
  }

  /** Reads arrays of examples that fit this network. */
  public ExampleReader examples() {
    return new ExampleReader(architecture.input(), classes());
  }

  /**
   * The gradients of single examples, in evaluation mode.
   *
   * @throws IllegalArgumentException if the images do not fit the network
   */
  public PerExampleGradients gradients(Images images) {
    requireFit(images);
    return new PerExampleGradients(architecture, loss, weights, running, images);
  }

  /**
   * How well it does on some examples, beside a constant guess.
   *
   * @throws IllegalArgumentException if the images do not fit the network
   */
  public Standing standing(Images images) {
    requireFit(images);
    Network network = new Network(architecture, loss, 1);
    return Standing.of(
        network.evaluate(weights, running, images.pixels(), images.labels()), loss, images);
  }

  private void requireFit(Images images) {
    Shape input = architecture.input();
    boolean flat = input.area() == 1 || images.height() * images.width() == 1;
    Shape given = new Shape(images.channels(), images.height(), images.width());
    if (images.size() != input.size() || !flat && !given.equals(input)) {
      throw new IllegalArgumentException(
          "%s takes examples of shape %s (channels x height x width), but these are %s: reshape or transpose them."
              .formatted(name, input, given));
    }
    for (int label : images.labels()) {
      if (label >= classes()) {
        throw new IllegalArgumentException(
            "%s has %d outputs, so labels run from 0 to %d, but one is %d."
                .formatted(name, classes(), classes() - 1, label));
      }
    }
  }
}
