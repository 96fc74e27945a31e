package eddy.run;

/**
 * Where a long computation says how far it is. Calls are cheap, so loops call freely; whoever
 * listens shows as few of them as it likes.
 */
@FunctionalInterface
public interface Progress {
  /** Listens to nothing. */
  Progress NONE = (phase, done, total, safe) -> {};

  /**
   * Reports how far a phase is.
   *
   * @param phase what is being done, in a word or two
   * @param done how many units are done
   * @param total how many units there are; 0 if that is not known
   * @param safe what is already safe on disk, such as "epochs 1 to 12"; empty when nothing is
   */
  void report(String phase, long done, long total, String safe);
}
