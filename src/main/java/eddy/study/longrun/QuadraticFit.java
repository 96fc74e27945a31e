package eddy.study.longrun;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.run.Checkpoint;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Measures a {@link QuadraticModel} at points of a trajectory, a checkpoint after each: exact
 * Hessians of ghost batches and sampled gradients, on two threads.
 */
public final class QuadraticFit {
  private static final int THREADS = 2;

  /**
   * How much is sampled at each point.
   *
   * @param ghostBatches batches whose Hessians are averaged
   * @param noiseBatches batches whose gradients make the covariance; a multiple of d is needed for
   *     a covariance of full rank
   * @param batchSize b
   * @param seed of the batches
   */
  public record Settings(int ghostBatches, int noiseBatches, int batchSize, long seed) {
    /** Checks the counts. */
    public Settings {
      if (ghostBatches < 1 || noiseBatches < 2 || batchSize < 2) {
        throw new IllegalArgumentException(
            "A quadratic model needs at least 1 ghost batch, 2 gradients and batches of 2, not "
                + ghostBatches
                + ", "
                + noiseBatches
                + " and "
                + batchSize
                + ".");
      }
    }
  }

  private final Architecture architecture;
  private final Images images;
  private final Settings settings;
  private final Progress progress;

  /**
   * To be measured.
   *
   * @param architecture dense, batch normalisation, ReLU, dense
   * @param images what batches are drawn from
   * @param settings how much is sampled
   * @param progress hears of every ghost batch
   */
  public QuadraticFit(
      Architecture architecture, Images images, Settings settings, Progress progress) {
    this.architecture = architecture;
    this.images = images;
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * The average over some points; goes on from the file, or takes it whole.
   *
   * @param points weights, each of length d
   * @param names what they are, such as their epochs; part of what the file must agree with
   * @param file the checkpoint
   * @throws IllegalStateException if the file belongs to other settings
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; the points that are done
   *     are safe
   */
  public QuadraticModel average(List<float[]> points, String names, Path file) {
    String key =
        settings + ", points=" + names + ", data=" + images.checksum() + ", net=" + architecture;
    String described = key.replace("Settings[", "").replace("]", "");
    Optional<Checkpoint> stored = QuadraticModel.stored(file, described);
    QuadraticModel sum = stored.map(QuadraticModel::of).orElse(null);
    int done = stored.map(s -> (int) s.number("done")).orElse(0);
    while (done < points.size()) {
      QuadraticModel one = at(points.get(done), done, points.size());
      sum = sum == null ? one : add(sum, done, one);
      done++;
      sum.write(file, described, done);
    }
    return sum;
  }

  /** The mean of a model of {@code count} points and one more. */
  private static QuadraticModel add(QuadraticModel mean, int count, QuadraticModel one) {
    double[] hessian = mean.hessian().clone();
    double[] noise = mean.noise().clone();
    for (int i = 0; i < hessian.length; i++) {
      hessian[i] += (one.hessian()[i] - hessian[i]) / (count + 1);
      noise[i] += (one.noise()[i] - noise[i]) / (count + 1);
    }
    return new QuadraticModel(
        mean.dimension(),
        hessian,
        noise,
        append(mean.gradientNorm(), one.gradientNorm()),
        append(mean.loss(), one.loss()),
        Math.max(mean.hessianError(), one.hessianError()));
  }

  private static double[] append(double[] a, double[] b) {
    return IntStream.range(0, a.length + b.length)
        .mapToDouble(i -> i < a.length ? a[i] : b[i - a.length])
        .toArray();
  }

  private QuadraticModel at(float[] weights, int point, int points) {
    AtomicInteger ready = new AtomicInteger(point * settings.ghostBatches());
    int all = points * settings.ghostBatches();
    String safe = point == 0 ? "" : point + " of " + points + " points";
    List<PointSample> parts =
        Workers.all(
            safe,
            IntStream.range(0, THREADS)
                .mapToObj(
                    first ->
                        new PointSample(
                            architecture,
                            images,
                            weights,
                            settings,
                            point,
                            first,
                            THREADS,
                            n -> progress.report("Hessian", ready.addAndGet(n), all, safe)))
                .toList());
    PointSample sum = parts.get(0);
    for (PointSample part : parts.subList(1, parts.size())) {
      addTo(sum.hessian, part.hessian);
      addTo(sum.products, part.products);
      addTo(sum.mean, part.mean);
      sum.loss += part.loss;
    }
    return model(weights, point, sum);
  }

  private static void addTo(double[] sum, double[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += part[i];
    }
  }

  private QuadraticModel model(float[] weights, int point, PointSample sum) {
    int d = sum.mean.length;
    double n = settings.noiseBatches();
    double[] noise = new double[d * d];
    double[] hessian = new double[d * d];
    double norm = 0;
    double trace = 0;
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        double product = sum.mean[i] * sum.mean[j] / n;
        noise[i * d + j] = (sum.products[i * d + j] - product) / (n - 1);
        noise[j * d + i] = noise[i * d + j];
        hessian[i * d + j] = sum.hessian[i * d + j] / settings.ghostBatches();
        hessian[j * d + i] = hessian[i * d + j];
      }
      norm += sum.mean[i] * sum.mean[i] / (n * n);
      trace += noise[i * d + i];
    }
    double[] gradientNorm = {Math.sqrt(Math.max(0, norm - trace / n) / d)};
    int[] batch = PointSample.firstBatch(settings, point, images.count());
    double error = HessianCheck.error(architecture, images, weights, batch);
    return new QuadraticModel(d, hessian, noise, gradientNorm, new double[] {sum.loss / n}, error);
  }
}
