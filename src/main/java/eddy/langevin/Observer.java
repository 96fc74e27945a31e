package eddy.langevin;

import java.util.ArrayList;
import java.util.List;

/**
 * What is recorded of an ensemble while it runs. Each bundle of paths writes to a part of its own,
 * so that the result does not depend on the number of threads.
 */
public abstract sealed class Observer
    permits PathHistogram, Moments, AreaRates, EntropyProduction, Paths {
  private final List<Part> parts = new ArrayList<>();

  Observer() {}

  /** What one bundle of paths writes to. */
  abstract static class Part {
    /** Called before steps that are observed; changes no result. */
    void begin(double[] x) {}

    /** Called after each observed step. */
    abstract void see(double[] x);

    /** Called when a bundle pauses. */
    void pause() {}

    abstract double[] save();

    abstract void load(double[] saved);
  }

  abstract Part open(Bundle bundle, int paths);

  /** Makes a part for each bundle, at the first run only. */
  final void attach(List<Bundle> bundles, int paths) {
    if (parts.isEmpty()) {
      for (Bundle bundle : bundles) {
        parts.add(open(bundle, paths));
      }
    } else if (parts.size() != bundles.size()) {
      throw new IllegalArgumentException(
          "An observer belongs to one ensemble: make a new "
              + getClass().getSimpleName()
              + " for this one.");
    }
  }

  /** What it records, for the settings of a checkpoint. */
  abstract String settings();

  /** What parts share, for a checkpoint. */
  double[] saveShared() {
    return new double[0];
  }

  void loadShared(double[] saved) {}

  final List<Part> parts() {
    return parts;
  }

  /** Throws unless something was observed. */
  final void requireSeen(long count) {
    if (count == 0) {
      throw new IllegalStateException(
          "Nothing was observed yet: pass this "
              + getClass().getSimpleName()
              + " to Ensemble.run first.");
    }
  }
}
