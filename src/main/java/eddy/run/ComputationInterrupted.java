package eddy.run;

/**
 * A computation stopped because its thread was interrupted. The message says what is safe and how
 * to go on.
 */
public final class ComputationInterrupted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message one sentence or two: what is safe, how to go on
   */
  public ComputationInterrupted(String message) {
    super(message);
  }
}
