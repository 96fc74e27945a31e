package eddy.trajectory;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.run.RandomStream;
import java.util.stream.Collectors;

/** The training of a network: gradients in training mode on batches of labelled images. */
public final class NetworkGradient implements StochasticGradient {
  private final Network network;
  private final Loss loss;
  private final Images images;

  /**
   * A network and what it learns from.
   *
   * @param architecture the network
   * @param loss its loss
   * @param images what it learns from
   * @param batchSize the largest batch that will be asked for
   */
  public NetworkGradient(Architecture architecture, Loss loss, Images images, int batchSize) {
    this.network = new Network(architecture, loss, batchSize);
    this.loss = loss;
    this.images = images;
  }

  @Override
  public int examples() {
    return images.count();
  }

  @Override
  public int dimension() {
    return network.architecture().parameterCount();
  }

  @Override
  public int runningCount() {
    return network.architecture().runningCount();
  }

  @Override
  public double at(
      float[] weights,
      float[] running,
      int[] index,
      int batch,
      float[] gradient,
      RandomStream dropout) {
    return network.trainGradient(
        weights, running, images.pixels(), images.labels(), index, 0, batch, gradient, dropout);
  }

  @Override
  public String describe() {
    return describe(network.architecture(), loss, images);
  }

  /** Network, loss and data in one line. */
  static String describe(Architecture architecture, Loss loss, Images images) {
    String layers =
        architecture.layers().stream()
            .map(layer -> layer.spec().toString().replace(", ", " "))
            .collect(Collectors.joining(" "));
    return "network="
        + architecture.name()
        + " "
        + layers
        + ", loss="
        + loss
        + ", data="
        + images.name().replace(", ", "; ")
        + " "
        + images.checksum()
        + ", examples="
        + images.count();
  }
}
