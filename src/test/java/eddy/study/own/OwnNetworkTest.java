package eddy.study.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.run.Progress;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Models that DL4J built and saved, without Eddy having a hand in it. */
class OwnNetworkTest {
  @TempDir Path folder;

  private Path saved(String name, InputType input, Layer... layers) throws IOException {
    NeuralNetConfiguration.ListBuilder list = new NeuralNetConfiguration.Builder().seed(7).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork model = new MultiLayerNetwork(list.setInputType(input).build());
    model.init();
    Path file = folder.resolve(name);
    ModelSerializer.writeModel(model, file.toFile(), true);
    return file;
  }

  private static OutputLayer softmax(int classes) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(classes)
        .activation(Activation.SOFTMAX)
        .build();
  }

  private static DenseLayer relu(int units) {
    return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
  }

  /** Its loss, and the sum of its gradients, are those that DL4J gives. */
  @Test
  void withLayersThatEddyHas() throws IOException {
    Path file =
        saved(
            "known.zip",
            InputType.convolutionalFlat(8, 8, 1),
            new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.RELU).build(),
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .build(),
            relu(6),
            softmax(3));
    OwnNetwork network = OwnNetwork.load(file);
    assertThat(network.name()).isEqualTo("known.zip");
    assertThat(network.architecture().input()).isEqualTo(new Shape(1, 8, 8));
    assertThat(network.classes()).isEqualTo(3);
    SoftmaxRegression data = SoftmaxRegression.random(20, 64, 3, 6);
    Images images = Images.of(data.inputs(), data.labels(), 1, 8, 8, 3, "Gaussian images");
    MultiLayerNetwork theirs = ModelSerializer.restoreMultiLayerNetwork(file.toFile());
    INDArray rows = images.toFeatures().reshape(20, 64);
    theirs.setInput(rows);
    theirs.setLabels(images.toOneHot());
    theirs.computeGradientAndScore();
    assertThat(network.standing(images).found().loss()).isCloseTo(theirs.score(), within(1e-5));
    double sum = theirs.gradient().gradient().castTo(DataType.DOUBLE).norm2Number().doubleValue();
    GradientMoments moments = GradientMoments.of(network.gradients(images), Progress.NONE);
    assertThat(Math.sqrt(moments.all().squaredSum())).isCloseTo(sum, within(1e-4 * sum));
  }

  @Test
  void withALayerThatEddyHasNot() throws IOException {
    Path file =
        saved(
            "unknown.zip",
            InputType.recurrent(5),
            new LSTM.Builder().nOut(4).build(),
            new RnnOutputLayer.Builder(LossFunction.MCXENT)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .build());
    assertThatThrownBy(() -> OwnNetwork.load(file, Shape.vector(5)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Layer 0 of this DL4J model, an LSTM, has no counterpart in Eddy;")
        .hasMessageContaining("known are DenseLayer, OutputLayer, ConvolutionLayer")
        .hasMessageNotContaining("\n");
  }

  @Test
  void sizeOfImagesThatTheModelDoesNotSay() throws IOException {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder()
            .seed(7)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(2).build())
            .layer(
                new OutputLayer.Builder(LossFunction.MCXENT)
                    .nIn(18)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build());
    MultiLayerNetwork model = new MultiLayerNetwork(list.build());
    model.init();
    Path file = folder.resolve("sizeless.zip");
    ModelSerializer.writeModel(model, file.toFile(), false);
    assertThatThrownBy(() -> OwnNetwork.load(file)).hasMessageContaining("give their shape");
  }

  @Test
  void weightsThatAreNotNumbers() throws IOException {
    MultiLayerNetwork model =
        ModelSerializer.restoreMultiLayerNetwork(
            saved("diverged.zip", InputType.feedForward(5), relu(4), softmax(3)).toFile());
    INDArray last = model.getParam("1_W");
    last.putScalar(0, 0, Float.NaN);
    last.putScalar(1, 0, Float.POSITIVE_INFINITY);
    Path file = folder.resolve("diverged.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    assertThatThrownBy(() -> OwnNetwork.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "2 of the 39 weights of diverged.zip are not finite, the first in layer 2 (Dense), so"
                + " its training diverged: take an earlier state of it.");
  }

  @Test
  void runningStatisticsThatAreNotNumbers() throws IOException {
    MultiLayerNetwork model =
        ModelSerializer.restoreMultiLayerNetwork(
            saved(
                    "statistics.zip",
                    InputType.feedForward(5),
                    relu(4),
                    new BatchNormalization.Builder().useLogStd(false).build(),
                    softmax(3))
                .toFile());
    model.getParam("1_var").assign(Nd4j.createFromArray(new float[][] {{1, 1, -0.5f, 1}}));
    Path file = folder.resolve("statistics.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    assertThatThrownBy(() -> OwnNetwork.load(file))
        .hasMessage(
            "Batch normalisation in layer 2 of statistics.zip has the running mean 0.0 and variance"
                + " -0.5 in channel 2: refresh its running statistics, or take an earlier state of"
                + " it.");
  }

  @Test
  void arraysOfTheWrongLength() {
    Architecture net = Architecture.of("net", Shape.vector(3), new LayerSpec.Dense(2));
    assertThatThrownBy(
            () ->
                new OwnNetwork(
                    "mine", net, new Loss.SoftmaxCrossEntropy(), new float[7], new float[0]))
        .hasMessage("mine needs 8 weights and 0 running statistics, not 7 and 0.");
  }

  @Test
  void imagesThatDoNotFit() {
    Architecture net = Architecture.of("net", new Shape(3, 4, 4), new LayerSpec.Conv2d(2, 4, 1, 0));
    OwnNetwork network =
        new OwnNetwork(
            "mine",
            net,
            new Loss.SoftmaxCrossEntropy(),
            new float[net.parameterCount()],
            new float[0]);
    Images turned = Images.of(new float[48], new int[1], 4, 4, 3, 2, "turned");
    assertThatThrownBy(() -> network.gradients(turned))
        .hasMessage(
            "mine takes examples of shape 3x4x4 (channels x height x width), but these are 4x4x3:"
                + " reshape or transpose them.");
    Images many = Images.of(new float[48], new int[] {2}, 3, 4, 4, 3, "three classes");
    assertThatThrownBy(() -> network.standing(many))
        .hasMessage("mine has 2 outputs, so labels run from 0 to 1, but one is 2.");
  }
}
