package eddy.nets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import eddy.nets.reference.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks that go to DL4J and come back, and models that DL4J users build, train and save. */
class Dl4jRoundTripTest {
  @TempDir Path folder;

  static Stream<Architecture> networks() {
    return Stream.of(
        Architectures.smallLenet(),
        Architectures.smallFc(),
        Architectures.tinyFc(5),
        Architectures.smallAllcnn(100, 0.5));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void comesBackBitForBitThroughAFile(Architecture architecture) throws IOException {
    float[] w = sequence(architecture.parameterCount());
    float[] running = sequence(architecture.runningCount());
    MultiLayerNetwork model =
        Dl4j.toDl4j(architecture, new Loss.SquaredError(), w, running, new Nesterovs(0.1, 0.9));
    Path file = folder.resolve("model.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    Dl4jModel back = Dl4j.load(file);
    assertThat(back.architecture().input()).isEqualTo(architecture.input());
    assertThat(back.architecture().layers()).isEqualTo(architecture.layers());
    assertThat(back.loss()).isEqualTo(new Loss.SquaredError());
    assertThat(back.parameters()).isEqualTo(w);
    assertThat(back.running()).isEqualTo(running);
  }

  @Test
  void dl4jCountsRunningStatisticsAsParameters() {
    Architecture lenet = Architectures.smallLenet();
    MultiLayerNetwork model =
        Dl4j.toDl4j(lenet, sequence(lenet.parameterCount()), sequence(lenet.runningCount()));
    assertThat(model.numParams()).isEqualTo(13_642);
    assertThat(Dl4j.fromDl4j(model).parameters()).hasSize(13_338);
  }

  private static float[] sequence(int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 0.01f * (i + 1);
    }
    return values;
  }

  @Test
  void aConvolutionalModelThatAUserTrainedAndSaved() throws IOException {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(3)
            .updater(new Nesterovs(0.05, 0.9))
            .l2(1e-4)
            .activation(Activation.RELU)
            .list()
            .layer(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(4)
                    .convolutionMode(ConvolutionMode.Same)
                    .build())
            .layer(
                new SubsamplingLayer.Builder(PoolingType.MAX).kernelSize(2, 2).stride(2, 2).build())
            .layer(
                new ConvolutionLayer.Builder(3, 3).nOut(6).activation(Activation.IDENTITY).build())
            .layer(new BatchNormalization())
            .layer(new GlobalPoolingLayer(PoolingType.AVG))
            .layer(new DenseLayer.Builder().nOut(7).dropOut(0.8).build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.NEGATIVELOGLIKELIHOOD)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.convolutionalFlat(10, 10, 2))
            .build();
    Dl4jModel loaded = sameAsItsTrainedModel(configuration, new int[] {12, 200}, null);
    assertThat(loaded.architecture().input()).isEqualTo(new Shape(2, 10, 10));
    assertThat(loaded.architecture().layers())
        .extracting(Architecture.Layer::spec)
        .isEqualTo(
            List.of(
                new LayerSpec.Conv2d(4, 3, 1, 1),
                new LayerSpec.Relu(),
                new LayerSpec.MaxPool(2, 2),
                new LayerSpec.Conv2d(6, 3, 1, 0),
                new LayerSpec.BatchNorm(1e-5, 0.1),
                new LayerSpec.AvgPool(3, 3),
                new LayerSpec.Dropout(0.2),
                new LayerSpec.Dense(7),
                new LayerSpec.Relu(),
                new LayerSpec.Dense(3)));
  }

  @Test
  void aDenseModelThatAUserTrainedAndSaved() throws IOException {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(4)
            .updater(new Sgd(0.1))
            .list()
            .layer(new DenseLayer.Builder().nIn(9).nOut(6).activation(Activation.IDENTITY).build())
            .layer(new BatchNormalization.Builder().decay(0.8).eps(1e-3).build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .nIn(6)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.feedForward(9))
            .build();
    Dl4jModel loaded = sameAsItsTrainedModel(configuration, new int[] {12, 9}, null);
    assertThat(loaded.architecture().layers().get(1).spec())
        .isEqualTo(new LayerSpec.BatchNorm(1e-3, 0.2));
  }

  @Test
  void imagesOfRankFourNeedTheirShape() throws IOException {
    MultiLayerConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(5)
            .updater(new Sgd(0.1))
            .list()
            .layer(new ConvolutionLayer.Builder(2, 2).nOut(2).activation(Activation.RELU).build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                    .nOut(3)
                    .activation(Activation.SOFTMAX)
                    .build())
            .setInputType(InputType.convolutional(5, 4, 1))
            .build();
    sameAsItsTrainedModel(configuration, new int[] {12, 1, 5, 4}, new Shape(1, 5, 4));
  }

  /** Trains a little, saves, loads, and compares the softmax in evaluation mode with DL4J's. */
  private Dl4jModel sameAsItsTrainedModel(
      MultiLayerConfiguration configuration, int[] shape, Shape input) throws IOException {
    MultiLayerNetwork model = new MultiLayerNetwork(configuration);
    model.init();
    INDArray x = Nd4j.rand('c', shape);
    INDArray y = Nd4j.zeros(12, 3);
    for (int k = 0; k < 12; k++) {
      y.putScalar(k, k % 3, 1);
    }
    for (int step = 0; step < 5; step++) {
      model.fit(x, y);
    }
    Path file = folder.resolve("user.zip");
    ModelSerializer.writeModel(model, file.toFile(), true);
    Dl4jModel loaded = Dl4j.load(file, input);
    double[] z =
        new ReferenceNetwork(loaded.architecture(), loaded.loss())
            .outputs(
                ReferenceNetwork.widen(loaded.parameters()),
                ReferenceNetwork.widen(loaded.running()),
                x.dup('c').data().asDouble(),
                12);
    double[] expected = model.output(x).dup('c').data().asDouble();
    for (int k = 0; k < 12; k++) {
      double sum = 0;
      for (int c = 0; c < 3; c++) {
        sum += Math.exp(z[3 * k + c]);
      }
      for (int c = 0; c < 3; c++) {
        assertThat(Math.exp(z[3 * k + c]) / sum).isCloseTo(expected[3 * k + c], within(1e-5));
      }
    }
    return loaded;
  }
}
