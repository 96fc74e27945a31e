package eddy.study;

import java.util.List;

/**
 * D along one run.
 *
 * @param experiment what was trained
 * @param seed with which seed
 * @param instants at 20, 40 and 100 % of training
 * @param similarities of each two of them
 */
public record Course(
    Experiment experiment, long seed, List<Instant> instants, List<Similarity> similarities) {

  /** Takes copies. */
  public Course {
    instants = List.copyOf(instants);
    similarities = List.copyOf(similarities);
  }

  /** After the last epoch. */
  public Instant end() {
    return instants.get(instants.size() - 1);
  }
}
