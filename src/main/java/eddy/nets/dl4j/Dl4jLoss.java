package eddy.nets.dl4j;

import eddy.nets.Loss;
import java.util.function.Function;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;

/** The loss of a DL4J model's last layer, where it is one of Eddy's. */
final class Dl4jLoss {
  private Dl4jLoss() {}

  /**
   * @param outputs how many outputs the layer has
   * @param refuse makes the exception that names the layer
   */
  static Loss of(Layer layer, int outputs, Function<String, IllegalArgumentException> refuse) {
    ILossFunction function;
    if (layer instanceof BaseOutputLayer output) {
      function = output.getLossFn();
    } else if (layer instanceof LossLayer output) {
      function = output.getLossFn();
    } else {
      throw refuse.apply(
          "is the last one, but a model must end with an OutputLayer or a LossLayer");
    }
    IActivation activation = ((FeedForwardLayer) layer).getActivationFn();
    boolean softmax = activation.getClass() == ActivationSoftmax.class;
    boolean identity = activation.getClass() == ActivationIdentity.class;
    if (softmax && function instanceof LossMCXENT entropy && isAll(entropy.getWeights(), 1)) {
      return new Loss.SoftmaxCrossEntropy();
    }
    if (identity && function instanceof LossL2 squares) {
      double scale = squares instanceof LossMSE ? outputs : 1;
      if (isAll(squares.getWeights(), scale / 2)) {
        return new Loss.SquaredError();
      }
    }
    throw refuse.apply(
        "has loss "
            + function
            + " after "
            + activation
            + "; known are MCXENT or NEGATIVELOGLIKELIHOOD after softmax, and L2 with weights 1/2"
            + " after identity");
  }

  /** Whether all weights equal {@code value}; no weights are weights of 1. */
  private static boolean isAll(INDArray weights, double value) {
    if (weights == null) {
      return value == 1;
    }
    for (double weight : weights.toDoubleVector()) {
      if (weight != value) {
        return false;
      }
    }
    return true;
  }
}
