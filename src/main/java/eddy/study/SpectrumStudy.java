package eddy.study;

import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.run.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Section 4.1 with several seeds: trains what is not trained yet, measures what is not measured
 * yet, and keeps both.
 */
public final class SpectrumStudy {
  private static final long NULL_SEED = 1;

  private final Path runs;
  private final Progress progress;
  private final Map<ImageSet, ImagePair> images = new HashMap<>();
  private TrainedWeights weights;

  /**
   * A study.
   *
   * @param runs the folder in which it keeps its runs
   * @param progress hears about all of them
   */
  public SpectrumStudy(Path runs, Progress progress) {
    this.runs = runs;
    this.progress = progress;
  }

  /**
   * Starts the baselines from tracked weights where there are some, and writes the weights of the
   * others.
   *
   * @param from which
   */
  public SpectrumStudy weights(TrainedWeights from) {
    weights = from;
    return this;
  }

  /** The images of an experiment, read once. */
  public ImagePair images(Experiment experiment) {
    return images.computeIfAbsent(experiment.images(), ImagePair::of);
  }

  /** A network of an ablation, trained with one seed. */
  public TrainedNetwork trained(Experiment experiment, long seed) {
    return trained(experiment, seed, null);
  }

  private TrainedNetwork trained(Experiment experiment, long seed, TrainedWeights tracked) {
    Progress named = named(experiment, seed);
    return TrainedNetwork.train(experiment, seed, images(experiment), runs, tracked, named);
  }

  /** A baseline: the spectra at the three instants of Figure 1 in float64, for each seed. */
  public List<Course> courses(Experiment experiment, long... seeds) {
    List<Course> courses = new ArrayList<>();
    for (long seed : seeds) {
      courses.add(spectra(trained(experiment, seed, weights), seed, Precision.FLOAT64).course());
    }
    return courses;
  }

  /** An ablation: the spectrum after the last epoch in float32, for each seed. */
  public List<Instant> ends(Experiment experiment, long... seeds) {
    List<Instant> ends = new ArrayList<>();
    for (long seed : seeds) {
      ends.add(spectra(trained(experiment, seed), seed, Precision.FLOAT32).atTheEnd());
    }
    return ends;
  }

  /** The null model of a baseline, for one of its seeds. */
  public Spectrum nullModel(Experiment experiment, long seed) {
    return spectra(trained(experiment, seed, weights), seed, Precision.FLOAT64)
        .nullModel(NULL_SEED);
  }

  /** The last epochs of one run, one beside the other. */
  public List<Neighbour> neighbours(Experiment experiment, long seed) {
    return Neighbour.of(trained(experiment, seed, weights), named(experiment, seed));
  }

  private Eigenspectra spectra(TrainedNetwork network, long seed, Precision precision) {
    return new Eigenspectra(network, seed, precision, named(network.experiment(), seed));
  }

  private Progress named(Experiment experiment, long seed) {
    return (phase, done, total, safe) ->
        progress.report(
            experiment.name() + ", seed " + seed + ": " + phase,
            done,
            total,
            safe.isEmpty() ? "finished runs and spectra" : safe);
  }
}
