package eddy.trajectory;

/**
 * Loss and gradient over all examples.
 *
 * @param loss the mean
 * @param gradient its gradient, length d
 */
public record FullBatch(double loss, double[] gradient) {

  /** |∇f|, not divided by √d. */
  public double gradientNorm() {
    double squares = 0;
    for (double g : gradient) {
      squares += g * g;
    }
    return Math.sqrt(squares);
  }
}
