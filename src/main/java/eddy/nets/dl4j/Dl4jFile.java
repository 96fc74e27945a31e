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
      MultiLayerNetwork model = new MultiLayerNetwork(configuration(json, file));
      initialise(model, entry(zip, file, ModelSerializer.COEFFICIENTS_BIN), file);
      return model;
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          file
              + " is not a model that DL4J's ModelSerializer saved (no zip file, or one that was cut off).",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static MultiLayerConfiguration configuration(String json, Path file) {
    try {
      return MultiLayerConfiguration.fromJson(json);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          file
              + " has a configuration that DL4J 1.0.0-M2.1 does not understand, so another version"
              + " saved it: load it there and save it again with 1.0.0-M2.1.",
          e);
    }
  }

  private static void initialise(MultiLayerNetwork model, byte[] stored, Path file) {
    INDArray parameters;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
      parameters = Nd4j.read(in);
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(
          file + " holds parameters that cannot be read: it is damaged, so copy it again.", e);
    }
    try {
      model.init(parameters, false);
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(
          file
              + " holds "
              + parameters.length()
              + " parameters, which do not fit its layers: another DL4J version saved it, or it was"
              + " put together by hand; load it with the DL4J that made it and save it again with"
              + " 1.0.0-M2.1.",
          e);
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
