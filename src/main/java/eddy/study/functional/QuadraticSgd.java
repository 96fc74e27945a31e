package eddy.study.functional;

import eddy.langevin.LinearRecursion;
import eddy.run.Interrupts;
import eddy.run.Progress;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import eddy.study.functional.EpochNoise.Scheme;
import java.util.ArrayList;
import java.util.List;

/**
 * SGD as it is, with mini-batches, on the loss f(x) = (1/N) sum_i k (x - a_i)^2 / 2 of N examples
 * in one dimension, against Lemma 2 of Chaudhari and Soatto (2018). The gradient of example i is k
 * (x - a_i): its variance D = k^2 var(a) does not depend on x, and batches of b drawn with
 * replacement have exactly C = D/b, so second moments are known in closed form whatever the a_i
 * are:
 *
 * <pre>
 *   the SDE with eta / (1 - mu)     S_sde = eta C / (2 k (1 - mu))
 *   SGD                             S = eta C / (k (2 - eta k))
 *   with heavy ball, momentum mu    S = eta C (1 + mu) / (k (1 - mu) (2 (1 + mu) - eta k)).
 * </pre>
 *
 * <p>Here k = 1 and var(a) = 1. In one call of {@link #runs} every chain at every learning rate has
 * batches of its own, so the deviations are independent; another call begins with the same batches,
 * an object with another seed has others.
 */
public final class QuadraticSgd {
  private static final int BURN_IN = 40;

  private final double[] centres;
  private final int batch;
  private final long seed;

  /**
   * The variance of x in the stationary state, over that of the SDE.
   *
   * @param etaK eta k
   * @param mu momentum
   * @param exact the ratio for batches drawn with replacement, by the discrete Lyapunov equation
   * @param simulated the measured ratio
   * @param error its standard error over chains
   */
  public record Variance(double etaK, double mu, double exact, double simulated, double error) {
    /** (simulated - exact) by the standard error. */
    public double deviation() {
      return (simulated - exact) / error;
    }
  }

  /**
   * Variances at several learning rates.
   *
   * @param all one for each
   */
  public record Variances(List<Variance> all) {
    /** Takes a copy. */
    public Variances {
      all = List.copyOf(all);
    }

    /** The i-th one. */
    public Variance at(int i) {
      return all.get(i);
    }

    /** The exact ratios for batches drawn with replacement. */
    public double[] exact() {
      return all.stream().mapToDouble(Variance::exact).toArray();
    }

    /** The measured ratios. */
    public double[] simulated() {
      return all.stream().mapToDouble(Variance::simulated).toArray();
    }

    /** Twice the standard errors. */
    public double[] twoErrors() {
      return all.stream().mapToDouble(v -> 2 * v.error()).toArray();
    }

    /** The largest |simulated - exact| by the standard error. */
    public double worst() {
      return all.stream().mapToDouble(v -> Math.abs(v.deviation())).max().orElseThrow();
    }
  }

  /**
   * A loss with random centres.
   *
   * @param examples N, a multiple of b
   * @param batch b, at least 1, below N
   * @param seed of the centres and the batches
   */
  public QuadraticSgd(int examples, int batch, long seed) {
    if (batch < 1 || batch >= examples || examples % batch != 0) {
      throw new IllegalArgumentException(
          "The batch size must divide the number of examples and lie below it, not "
              + batch
              + " of "
              + examples
              + ".");
    }
    this.batch = batch;
    this.seed = seed;
    RandomStream random = new RandomStream(seed, StreamName.DATA);
    centres = new double[examples];
    double mean = 0;
    for (int i = 0; i < examples; i++) {
      centres[i] = random.nextGaussian();
      mean += centres[i] / examples;
    }
    double variance = 0;
    for (int i = 0; i < examples; i++) {
      centres[i] -= mean;
      variance += centres[i] * centres[i] / examples;
    }
    for (int i = 0; i < examples; i++) {
      centres[i] /= Math.sqrt(variance);
    }
  }

  /** The variance by Lemma 2: eta C / (2 k (1 - mu)). */
  public double bySde(double etaK, double mu) {
    return etaK / batch / (2 * (1 - mu));
  }

  /** The exact ratio for batches drawn with replacement, by the discrete Lyapunov equation. */
  public double exactRatio(double etaK, double mu) {
    double[][] one = {{1}};
    double[][] noise = {{1.0 / batch}};
    LinearRecursion recursion =
        mu == 0
            ? LinearRecursion.sgd(one, noise, etaK)
            : LinearRecursion.heavyBall(one, noise, etaK, mu);
    return recursion.stationaryCovariance()[0] / bySde(etaK, mu);
  }

  /**
   * Runs SGD.
   *
   * @param scheme how batches are drawn
   * @param mu momentum, 0 to below 1
   * @param etaK eta k, above 0 and below 2 (1 + mu)
   * @param chains independent runs, at least two
   * @param epochs epochs that are averaged, after a burn-in of 40 correlation times
   * @param progress hears about the chains
   */
  public Variance run(
      Scheme scheme, double mu, double etaK, int chains, int epochs, Progress progress) {
    return run(scheme, mu, etaK, chains, epochs, 0, progress);
  }

  /** One run; {@code first} is the number of its first chain. */
  private Variance run(
      Scheme scheme,
      double mu,
      double etaK,
      int chains,
      int epochs,
      long first,
      Progress progress) {
    if (!(mu >= 0 && mu < 1 && etaK > 0 && etaK < 2 * (1 + mu)) || chains < 2) {
      throw new IllegalArgumentException(
          "SGD on a quadratic needs 0 < eta k < 2 (1 + mu), 0 <= mu < 1 and two chains, not eta k ="
              + " "
              + etaK
              + ", mu = "
              + mu
              + ", chains = "
              + chains
              + ".");
    }
    double mean = 0;
    double square = 0;
    for (int c = 0; c < chains; c++) {
      double ratio = chain(scheme, mu, etaK, epochs, first + c) / bySde(etaK, mu);
      mean += ratio / chains;
      square += ratio * ratio / chains;
      progress.report("chains of SGD", c + 1L, chains, "");
    }
    double error = Math.sqrt(Math.max(0, square - mean * mean) / (chains - 1));
    return new Variance(etaK, mu, exactRatio(etaK, mu), mean, error);
  }

  /**
   * Runs SGD at several learning rates, each with chains of its own.
   *
   * @param scheme how batches are drawn
   * @param mu momentum
   * @param etaK values of eta k
   * @param chains independent runs at each
   * @param epochs epochs that are averaged
   * @param progress hears about the chains
   */
  public Variances runs(
      Scheme scheme, double mu, double[] etaK, int chains, int epochs, Progress progress) {
    List<Variance> all = new ArrayList<>();
    for (double rate : etaK) {
      all.add(run(scheme, mu, rate, chains, epochs, (long) chains * all.size(), progress));
    }
    return new Variances(all);
  }

  /** The mean of x^2 over the epochs of one chain. */
  private double chain(Scheme scheme, double mu, double eta, int epochs, long number) {
    int n = centres.length;
    int steps = n / batch;
    double slowest = Math.max((1 - mu) / eta, Math.max(1 / (1 - mu), 1 / (2 * (1 + mu) - eta)));
    long burnIn = (long) Math.ceil(BURN_IN * slowest / steps);
    RandomStream random = new RandomStream(seed, StreamName.SAMPLING, number);
    int[] order = random.permutation(n);
    double x = 0;
    double v = 0;
    double sum = 0;
    for (long e = -burnIn; e < epochs; e++) {
      Interrupts.check("");
      if (scheme == Scheme.SHUFFLED_EPOCH) {
        random.shuffle(order);
      }
      for (int m = 0; m < steps; m++) {
        v = mu * v + x - centre(scheme, m, order, random);
        x -= eta * v;
        sum += e >= 0 ? x * x : 0;
      }
    }
    return sum / ((double) epochs * steps);
  }

  /** The mean of the a_i of a batch. */
  private double centre(Scheme scheme, int m, int[] order, RandomStream random) {
    double sum = 0;
    for (int i = 0; i < batch; i++) {
      switch (scheme) {
        case WITH_REPLACEMENT -> sum += centres[random.nextInt(centres.length)];
        case SHUFFLED_EPOCH -> sum += centres[order[m * batch + i]];
        case FRESH_SUBSET -> {
          int j = i + random.nextInt(centres.length - i);
          int k = order[j];
          order[j] = order[i];
          order[i] = k;
          sum += centres[k];
        }
      }
    }
    return sum / batch;
  }
}
