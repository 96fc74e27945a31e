package eddy.nets.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eddy.nets.Architectures;
import eddy.nets.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** What cannot be taken over is refused in one sentence that names it. */
class Dl4jRefusalTest {
  @TempDir Path folder;

  private static OutputLayer output(LossFunctions.LossFunction loss, Activation activation) {
    return new OutputLayer.Builder(loss).nIn(4).nOut(3).activation(activation).build();
  }

  private static OutputLayer softmax() {
    return output(LossFunctions.LossFunction.MCXENT, Activation.SOFTMAX);
  }

  private static DenseLayer.Builder dense() {
    return new DenseLayer.Builder().nIn(5).nOut(4).activation(Activation.RELU);
  }

  static Stream<Arguments> models() {
    String model = "Layer 0 of this DL4J model, a DenseLayer, ";
    return Stream.of(
        Arguments.of(
            dense().activation(Activation.TANH).build(),
            softmax(),
            model + "has activation tanh; known are relu and identity."),
        Arguments.of(
            dense().hasBias(false).build(),
            softmax(),
            model + "has no bias, but Eddy's always do."),
        Arguments.of(
            dense().build(),
            new BatchNormalization.Builder(true).nIn(4).nOut(4).build(),
            "Layer 1 of this DL4J model, a BatchNormalization, has locked gamma and beta; in Eddy"
                + " they are parameters."),
        Arguments.of(
            dense().build(),
            dense().nIn(4).build(),
            "Layer 1 of this DL4J model, a DenseLayer, is the last one, but a model must end with an"
                + " OutputLayer or a LossLayer."),
        Arguments.of(
            dense().build(),
            output(LossFunctions.LossFunction.MSE, Activation.IDENTITY),
            "Layer 1 of this DL4J model, an OutputLayer, has loss LossMSE() after identity; known are"
                + " MCXENT or NEGATIVELOGLIKELIHOOD after softmax, and L2 with weights 1/2 after"
                + " identity."));
  }

  @ParameterizedTest
  @MethodSource("models")
  void layer(Layer first, Layer second, String sentence) {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder().seed(1).list().layer(first).layer(second).build());
    model.init();
    assertThatThrownBy(() -> Dl4j.fromDl4j(model))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void unknownLayer() {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new LSTM.Builder().nIn(5).nOut(4).build())
                .layer(
                    new RnnOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                        .nIn(4)
                        .nOut(3)
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    model.init();
    assertThatThrownBy(() -> Dl4j.fromDl4j(model, Shape.vector(5)))
        .hasMessage(
            "Layer 0 of this DL4J model, an LSTM, has no counterpart in Eddy; known are DenseLayer,"
                + " OutputLayer, ConvolutionLayer, BatchNormalization, ActivationLayer,"
                + " SubsamplingLayer, GlobalPoolingLayer, DropoutLayer and LossLayer.");
  }

  @Test
  void imagesOfUnknownSize() {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nIn(1).nOut(2).build())
                .layer(softmax())
                .build());
    model.init();
    assertThatThrownBy(() -> Dl4j.fromDl4j(model))
        .hasMessage(
            "This DL4J model does not say how large its images are; give their shape as well, for"
                + " example new Shape(1, 28, 28) for channels, height, width.");
  }

  @Test
  void missingFile() {
    Path file = folder.resolve("none.zip");
    assertThatThrownBy(() -> Dl4j.load(file)).hasMessage("There is no file " + file + ".");
  }

  @Test
  void fileThatIsNoZip() throws IOException {
    Path file = Files.writeString(folder.resolve("text.zip"), "no model");
    assertThatThrownBy(() -> Dl4j.load(file))
        .hasMessage(
            file
                + " is not a model that DL4J's ModelSerializer saved (no zip file, or one that was"
                + " cut off).");
  }

  @Test
  void zipOfSomethingElse() throws IOException {
    Path file = folder.resolve("other.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
    }
    assertThatThrownBy(() -> Dl4j.load(file))
        .hasMessage(
            file
                + " is not a model that DL4J's ModelSerializer saved (no configuration.json in it).");
  }

  private Path saved() throws IOException {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(1)
                .list()
                .layer(dense().build())
                .layer(softmax())
                .build());
    model.init();
    Path file = folder.resolve("saved.zip");
    ModelSerializer.writeModel(model, file.toFile(), false);
    return file;
  }

  /** The same zip file with one entry changed. */
  private Path changed(String name, UnaryOperator<byte[]> change) throws IOException {
    Path file = folder.resolve("changed.zip");
    try (ZipFile from = new ZipFile(saved().toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        byte[] content = from.getInputStream(entry).readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(entry.getName().equals(name) ? change.apply(content) : content);
        to.closeEntry();
      }
    }
    return file;
  }

  private static UnaryOperator<byte[]> replaced(String old, String with) {
    return content -> {
      String text = new String(content, StandardCharsets.UTF_8);
      assertThat(text).contains(old);
      return text.replace(old, with).getBytes(StandardCharsets.UTF_8);
    };
  }

  @Test
  void fileThatWasCutOff() throws IOException {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> Dl4j.load(file))
        .hasMessage(
            file
                + " is not a model that DL4J's ModelSerializer saved (no zip file, or one that was"
                + " cut off).");
  }

  @Test
  void parametersThatAreCutOff() throws IOException {
    Path file = changed("coefficients.bin", content -> Arrays.copyOf(content, content.length / 2));
    assertThatThrownBy(() -> Dl4j.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file + " holds parameters that cannot be read: it is damaged, so copy it again.");
  }

  /** A layer class that another version has, and the configuration of version 0.9. */
  @ParameterizedTest
  @CsvSource({
    "conf.layers.DenseLayer, conf.layers.LayerOfTomorrow",
    "\"@class\", \"dense\"",
    "\"confs\", \"configurations\""
  })
  void configurationOfAnotherVersion(String old, String with) throws IOException {
    Path file = changed("configuration.json", replaced(old, with));
    assertThatThrownBy(() -> Dl4j.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " has a configuration that DL4J 1.0.0-M2.1 does not understand, so another version"
                + " saved it: load it there and save it again with 1.0.0-M2.1.");
  }

  @Test
  void parametersOfAnotherNetwork() throws IOException {
    Path file = changed("configuration.json", replaced("\"nin\" : 5", "\"nin\" : 6"));
    assertThatThrownBy(() -> Dl4j.load(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            file
                + " holds 39 parameters, which do not fit its layers: another DL4J version saved it,"
                + " or it was put together by hand; load it with the DL4J that made it and save it"
                + " again with 1.0.0-M2.1.");
  }

  @Test
  void computationGraph() throws IOException {
    ComputationGraphConfiguration configuration =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .graphBuilder()
            .addInputs("in")
            .addLayer("out", output(LossFunctions.LossFunction.MCXENT, Activation.SOFTMAX), "in")
            .setOutputs("out")
            .build();
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    Path file = folder.resolve("graph.zip");
    ModelSerializer.writeModel(graph, file.toFile(), false);
    assertThatThrownBy(() -> Dl4j.load(file))
        .hasMessage(file + " holds a DL4J ComputationGraph; Eddy reads a MultiLayerNetwork.");
  }

  @Test
  void arraysOfTheWrongLength() {
    assertThatThrownBy(() -> Dl4j.toDl4j(Architectures.tinyFc(5), new float[918], new float[32]))
        .hasMessage("tiny-fc needs 917 parameters and 32 running statistics, not 918 and 32.");
  }
}
