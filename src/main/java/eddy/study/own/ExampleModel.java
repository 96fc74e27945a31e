package eddy.study.own;

import eddy.data.Images;
import eddy.run.AtomicFile;
import eddy.run.Interrupts;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.Progress;
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
import org.nd4j.linalg.factory.Environment;
import org.nd4j.linalg.factory.Nd4j;
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
   * @param progress hears batches
   * @throws java.io.UncheckedIOException if a file cannot be written
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; nothing is kept
   */
  public void write(OwnFiles files, Images images, Progress progress) {
    if (files.ownModel() || Files.exists(files.model())) {
      return;
    }
    Npy.write(
        files.inputs(),
        NpyArray.of(
            images.pixels(), images.count(), images.channels(), images.height(), images.width()));
    Npy.write(files.labels(), NpyArray.of(images.labels()));
    MultiLayerNetwork model = trained(images, progress);
    AtomicFile.write(files.model(), out -> ModelSerializer.writeModel(model, out, true));
  }

  private MultiLayerNetwork trained(Images images, Progress progress) {
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
    Environment settings = Nd4j.getEnvironment();
    int before = settings.maxMasterThreads();
    settings.setMaxMasterThreads(1); // batches are too small to share
    try {
      fit(model, iterator(images), images.count(), progress);
    } finally {
      settings.setMaxMasterThreads(before);
    }
    return model;
  }

  private void fit(
      MultiLayerNetwork model, DataSetIterator batches, int examples, Progress progress) {
    long done = 0;
    for (int epoch = 0; epoch < epochs; epoch++) {
      batches.reset();
      while (batches.hasNext()) {
        Interrupts.check("");
        DataSet next = batches.next();
        model.fit(next);
        done += next.numExamples();
        progress.report("DL4J trains", done, (long) epochs * examples, "");
      }
    }
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
