package eddy.study.own;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;

/** Refuses weights that no gradient can be computed at. */
final class FiniteWeights {
  private FiniteWeights() {}

  /**
   * @throws IllegalArgumentException in one sentence that names the layer, if a weight or a running
   *     statistic is not finite, or a running variance is negative
   */
  static void require(String name, Architecture architecture, float[] weights, float[] running) {
    int bad = 0;
    int first = -1;
    for (int i = 0; i < weights.length; i++) {
      if (!Float.isFinite(weights[i])) {
        first = bad++ == 0 ? i : first;
      }
    }
    if (bad > 0) {
      throw new IllegalArgumentException(
          "%d of the %d weights of %s are not finite, the first in layer %s, so its training diverged: take an earlier state of it."
              .formatted(bad, weights.length, name, layerOfWeight(architecture, first)));
    }
    for (Architecture.Layer layer : architecture.layers()) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        requireStatistics(name, layer, running);
      }
    }
  }

  private static void requireStatistics(String name, Architecture.Layer layer, float[] running) {
    int channels = layer.input().channels();
    for (int c = 0; c < channels; c++) {
      float mean = running[layer.runningOffset() + c];
      float variance = running[layer.runningOffset() + channels + c];
      if (!Float.isFinite(mean) || !Float.isFinite(variance) || variance < 0) {
        throw new IllegalArgumentException(
            "Batch normalisation in layer %d of %s has the running mean %s and variance %s in channel %d: refresh its running statistics, or take an earlier state of it."
                .formatted(layer.index(), name, mean, variance, c));
      }
    }
  }

  private static String layerOfWeight(Architecture architecture, int weight) {
    return architecture.layers().stream()
        .filter(l -> weight >= l.offset() && weight < l.offset() + l.parameters())
        .findFirst()
        .map(l -> l.index() + " (" + l.spec().getClass().getSimpleName() + ")")
        .orElseThrow();
  }
}
