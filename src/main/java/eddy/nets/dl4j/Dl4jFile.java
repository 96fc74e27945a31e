package eddy.nets.dl4j;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Reads the zip file that DL4J's {@code ModelSerializer} writes: the configuration as JSON, and the
 * parameters. The updater's state and a normaliser are left unread, so no Java object is
 * deserialised from the file.
 */
final class Dl4jFile {
  private Dl4jFile() {}

  static MultiLayerNetwork read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("There is no file " + file + ".");
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String json =
          new String(entry(zip, file, ModelSerializer.CONFIGURATION_JSON), StandardCharsets.UTF_8);
      if (json.contains("\"networkInputs\"")) {
        throw new IllegalArgumentException(
            file + " holds a DL4J ComputationGraph; Eddy reads a MultiLayerNetwork.");
      }
      MultiLayerNetwork model = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(json));
      byte[] coefficients = entry(zip, file, ModelSerializer.COEFFICIENTS_BIN);
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(coefficients))) {
        INDArray parameters = Nd4j.read(in);
        model.init(parameters, false);
      }
      return model;
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          file + " is not a model that DL4J's ModelSerializer saved (no zip file).", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static byte[] entry(ZipFile zip, Path file, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IllegalArgumentException(
          file + " is not a model that DL4J's ModelSerializer saved (no " + name + " in it).");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
