package eddy.nets.dl4j;

import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.Shape;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * Networks to and from Deeplearning4j 1.0.0-M2.1.
 *
 * <p>What differs between the two, and is taken care of: DL4J stores a convolution's bias before
 * its weights, counts the running statistics of batch normalisation as parameters (small-lenet has
 * {@code numParams() == 13642} there, 13,338 here), may store a variance as log10 of its root, and
 * writes the retained fraction where Eddy writes the dropout rate. What remains different: {@code
 * computeGradientAndScore} is the gradient in training mode, summed over the batch; no DL4J call
 * gives a gradient in evaluation mode through batch normalisation; its running variance moves
 * towards the variance divided by n, Eddy's (and PyTorch's) towards the one divided by n − 1; its
 * {@code Nesterovs} is not heavy ball.
 */
public final class Dl4j {
  private Dl4j() {}

  /**
   * The network as a DL4J model with softmax cross-entropy and plain SGD at rate 0.1.
   *
   * @see #toDl4j(Architecture, Loss, float[], float[], IUpdater)
   */
  public static MultiLayerNetwork toDl4j(Architecture architecture, float[] w, float[] running) {
    return toDl4j(architecture, new Loss.SoftmaxCrossEntropy(), w, running, new Sgd(0.1));
  }

  /**
   * The network as a DL4J model, one DL4J layer a layer and a {@code LossLayer} behind them. It
   * takes images as {@code [n][channels*height*width]} or {@code [n][channels][height][width]}. Its
   * {@code output} is the softmax of the outputs with softmax cross-entropy, and the outputs
   * themselves with the squared error.
   *
   * @param w d parameters in Eddy's order
   * @param running running statistics in Eddy's order
   * @param updater what DL4J trains with
   * @throws IllegalArgumentException if an array has the wrong length
   */
  public static MultiLayerNetwork toDl4j(
      Architecture architecture, Loss loss, float[] w, float[] running, IUpdater updater) {
    MultiLayerNetwork model =
        new MultiLayerNetwork(Dl4jExport.configuration(architecture, loss, updater));
    model.init();
    Dl4jParameters.write(model, architecture, w, running);
    return model;
  }

  /**
   * A DL4J model as Eddy sees it. The size of its images is known when the model starts with a
   * dense layer, or takes flat images ({@code InputType.convolutionalFlat}).
   *
   * @throws IllegalArgumentException if a layer has no counterpart, or the size of the images is
   *     not in the model; the message names the layer
   */
  public static Dl4jModel fromDl4j(MultiLayerNetwork model) {
    return fromDl4j(model, null);
  }

  /**
   * As {@link #fromDl4j(MultiLayerNetwork)}, for images of a given shape.
   *
   * @param input the shape of one example; null to take it from the model
   */
  public static Dl4jModel fromDl4j(MultiLayerNetwork model, Shape input) {
    Dl4jImport layers = Dl4jImport.of(model.getLayerWiseConfigurations(), input);
    Architecture architecture = layers.architecture();
    float[] w = new float[architecture.parameterCount()];
    float[] running = new float[architecture.runningCount()];
    Dl4jParameters.read(model, model.paramTable(), architecture, w, running);
    return new Dl4jModel(architecture, layers.loss(), w, running);
  }

  /**
   * A model that DL4J's {@code ModelSerializer} saved.
   *
   * @throws IllegalArgumentException if there is no such file, it is not such a model, or as in
   *     {@link #fromDl4j(MultiLayerNetwork)}
   */
  public static Dl4jModel load(Path file) {
    return load(file, null);
  }

  /**
   * As {@link #load(Path)}, for images of a given shape.
   *
   * @param input the shape of one example; null to take it from the model
   */
  public static Dl4jModel load(Path file, Shape input) {
    return fromDl4j(Dl4jFile.read(file), input);
  }
}
