package eddy.study.longrun;

import eddy.nets.Architecture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a trajectory has come to rest where it cannot: weights before batch normalisation are
 * scale-invariant, so the gradient is orthogonal to them and each step can only lengthen them. With
 * heavy ball |w|² grows by (η/(1 − μ))² tr C of the layer a step, as long as C stays what it is.
 *
 * @param snapshot times after the burn-in, in snapshots
 * @param norm |w| of the first layer's weights
 * @param predicted the same from the first one on, by C of the quadratic model
 */
public record NormDrift(double[] snapshot, double[] norm, double[] predicted) {
  private static final int POINTS = 200;

  /** Follows the first layer of some chains, with the quadratic model around each. */
  public static List<NormDrift> of(List<LongChain> chains, List<QuadraticModel> models) {
    return IntStream.range(0, chains.size())
        .mapToObj(i -> of(chains.get(i), models.get(i)))
        .toList();
  }

  /** Follows the first layer of a chain. */
  public static NormDrift of(LongChain chain, QuadraticModel model) {
    Architecture net = chain.architecture();
    int weights = net.layers().get(0).parameters() - net.layers().get(0).output().size();
    double trace = 0;
    for (int i = 0; i < weights; i++) {
      trace += model.noise()[i * model.dimension() + i];
    }
    double effective = chain.rate() / (1 - chain.momentum());
    double perSnapshot = effective * effective * trace * chain.steps();
    int[] at = chain.points(Math.min(POINTS, chain.snapshots()));
    double[] snapshot = new double[at.length];
    double[] norm = new double[at.length];
    double[] predicted = new double[at.length];
    for (int k = 0; k < at.length; k++) {
      float[] row = chain.trajectory().row(at[k]);
      double square = 0;
      for (int i = 0; i < weights; i++) {
        square += (double) row[i] * row[i];
      }
      snapshot[k] = at[k] - chain.burnIn() + 1;
      norm[k] = Math.sqrt(square);
      double grown = perSnapshot * (snapshot[k] - snapshot[0]);
      predicted[k] = Math.sqrt(norm[0] * norm[0] + grown);
    }
    return new NormDrift(snapshot, norm, predicted);
  }

  /** |w| at the end by |w| at the beginning. */
  public double growth() {
    return norm[norm.length - 1] / norm[0];
  }
}
