package eddy.study.own;

import eddy.data.Images;
import eddy.run.AtomicFile;
import eddy.run.Npy;
import eddy.run.NpyArray;
import java.nio.file.Files;
import java.util.List;
import org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A model as it comes from somebody who has never seen Eddy: a hidden layer with batch
 * normalisation, built, trained and saved by DL4J alone, with the arrays that it was trained on.
 *
 * @param hidden units of the hidden layer
 * @param rate learning rate
 * @param batch batch size
 * @param epochs how long it is trained
 * @param seed DL4J's, not 0
 */
public record ExampleModel(int hidden, double rate, int batch, int epochs, int seed) {

  /**
   * Trains and writes what is missing; leaves files of a user's alone.
   *
   * @param files where model and arrays belong
   * @param images what the model learns
   * @throws java.io.UncheckedIOException if a file cannot be written
   */
  public void write(OwnFiles files, Images images) {
    if (files.ownModel() || Files.exists(files.model())) {
      return;
    }
    Npy.write(
        files.inputs(),
        NpyArray.of(
            images.pixels(), images.count(), images.channels(), images.height(), images.width()));
    Npy.write(files.labels(), NpyArray.of(images.labels()));
    MultiLayerNetwork model = trained(images);
    AtomicFile.write(files.model(), out -> ModelSerializer.writeModel(model, out, true));
  }

  private MultiLayerNetwork trained(Images images) {
    MultiLayerNetwork model =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Sgd(rate))
                .weightInit(WeightInit.XAVIER)
                .list()
                .layer(dense(images.size()))
                .layer(new BatchNormalization.Builder().nIn(hidden).nOut(hidden).build())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(
                    new OutputLayer.Builder(LossFunction.MCXENT)
                        .nIn(hidden)
                        .nOut(images.classes())
                        .activation(Activation.SOFTMAX)
                        .build())
                .build());
    model.init();
    model.fit(iterator(images), epochs);
    return model;
  }

  private DenseLayer dense(int inputs) {
    return new DenseLayer.Builder()
        .nIn(inputs)
        .nOut(hidden)
        .activation(Activation.IDENTITY)
        .build();
  }

  /** The examples as DL4J's own iterator, rows of pixels with one-hot labels. */
  public DataSetIterator iterator(Images images) {
    INDArray rows = images.toFeatures().reshape(images.count(), images.size());
    List<DataSet> examples = new DataSet(rows, images.toOneHot()).asList();
    return new ListDataSetIterator<>(examples, batch);
  }
}
