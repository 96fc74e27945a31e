package eddy.diffusion;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Loss;
import eddy.nets.Network;

/**
 * The per-example gradients of a network in evaluation mode: batch normalisation by its running
 * statistics, no dropout. (In training mode an example's gradient depends on the rest of its
 * batch.) An L2 term would add the same to all of them, so it cancels in D.
 *
 * @param architecture the network
 * @param loss its loss
 * @param weights x
 * @param running running statistics
 * @param images the examples
 */
public record PerExampleGradients(
    Architecture architecture, Loss loss, float[] weights, float[] running, Images images)
    implements GradientSource {

  @Override
  public int dimension() {
    return architecture.parameterCount();
  }

  @Override
  public int examples() {
    return images.count();
  }

  @Override
  public Reader open() {
    Network network = new Network(architecture, loss, 2, 1);
    return (from, count, out) ->
        network.perExampleGradients(
            weights, running, images.pixels(), images.labels(), from, count, out);
  }
}
