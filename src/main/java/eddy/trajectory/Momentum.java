package eddy.trajectory;

/**
 * How a gradient g moves the weights x at learning rate η. The velocity v starts at 0 and does not
 * contain the learning rate, so a schedule acts at once.
 */
public sealed interface Momentum {

  /**
   * Moves the weights by one step.
   *
   * @param weights x, changed in place
   * @param velocity v, same length, changed in place
   * @param gradient g, same length
   * @param learningRate η
   */
  void step(float[] weights, float[] velocity, float[] gradient, float learningRate);

  /** The factor 1/(1 − μ) by which momentum enlarges the effective learning rate; 1 without. */
  double amplification();

  /** x ← x − η g. */
  record Plain() implements Momentum {
    @Override
    public void step(float[] weights, float[] velocity, float[] gradient, float learningRate) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] -= learningRate * gradient[i];
      }
    }

    @Override
    public double amplification() {
      return 1;
    }
  }

  /**
   * v ← μ v + g, x ← x − η v (Polyak, USSR Comput. Math. Math. Phys. 4, 1964, in PyTorch's
   * scaling). What the code of Chaudhari and Soatto does.
   *
   * @param mu μ in [0, 1)
   */
  record HeavyBall(double mu) implements Momentum {
    /** Checks the range. */
    public HeavyBall {
      checkMu(mu);
    }

    @Override
    public void step(float[] weights, float[] velocity, float[] gradient, float learningRate) {
      float m = (float) mu;
      for (int i = 0; i < weights.length; i++) {
        velocity[i] = m * velocity[i] + gradient[i];
        weights[i] -= learningRate * velocity[i];
      }
    }

    @Override
    public double amplification() {
      return 1 / (1 - mu);
    }
  }

  /**
   * v ← μ v + g, x ← x − η (g + μ v), Nesterov's momentum in the form of Sutskever et al. (ICML
   * 2013) and PyTorch, where x is the point at which the gradient is taken. What the text of
   * Chaudhari and Soatto says.
   *
   * @param mu μ in [0, 1)
   */
  record Nesterov(double mu) implements Momentum {
    /** Checks the range. */
    public Nesterov {
      checkMu(mu);
    }

    @Override
    public void step(float[] weights, float[] velocity, float[] gradient, float learningRate) {
      float m = (float) mu;
      for (int i = 0; i < weights.length; i++) {
        velocity[i] = m * velocity[i] + gradient[i];
        weights[i] -= learningRate * (gradient[i] + m * velocity[i]);
      }
    }

    @Override
    public double amplification() {
      return 1 / (1 - mu);
    }
  }

  private static void checkMu(double mu) {
    if (!(mu >= 0 && mu < 1)) {
      throw new IllegalArgumentException("Momentum must lie in [0, 1), not " + mu + ".");
    }
  }
}
