package eddy.run;

/**
 * What a random number is for. Streams of one seed with different names never share a number, so
 * that, for instance, a change of the sampling scheme leaves the initial weights as they were.
 */
public enum StreamName {
  /** Initial weights. */
  INITIALISATION(1),
  /** Which examples make a mini-batch. */
  SAMPLING(2),
  /** Dropout masks. */
  DROPOUT(3),
  /** Increments of a stochastic differential equation. */
  NOISE(4),
  /** Surrogate data for tests of significance. */
  SURROGATE(5),
  /** Built-in and synthetic data. */
  DATA(6);

  private final int code;

  StreamName(int code) {
    this.code = code;
  }

  /** The number that stands for this name in the counter; never changed once released. */
  int code() {
    return code;
  }
}
