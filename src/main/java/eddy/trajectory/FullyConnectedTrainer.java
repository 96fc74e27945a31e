package eddy.trajectory;

import eddy.data.Images;
import eddy.nets.Architecture;

/**
 * SGD on a small fully-connected network (blocks of dense layer, batch normalisation and ReLU, a
 * dense layer behind them, softmax cross-entropy), some hundred times faster than {@link Sgd}: one
 * core, no allocation, all of a step in few loops over registers. It draws the same batches as
 * {@link Sgd} under the same settings and follows the same path to rounding; batch normalisation is
 * in training mode.
 *
 * <p>With the Vector API where the Java virtual machine has it, else in plain Java; {@link
 * #arithmetic} says which. One thread at a time.
 */
public final class FullyConnectedTrainer {
  private final FusedStep step;
  private final SgdSettings settings;
  private final Batches batches;
  private final int examples;
  private final int stepsPerEpoch;
  private final int[] index;
  private final float[] weights;
  private final float[] velocity;
  private final float[] gradient;
  private final float[] running;
  private final float mu;
  private final boolean nesterov;
  private int epochsDone;
  private int stepsDone;

  /**
   * A trainer with an epoch of ceil(N/b) steps, as {@link Sgd} has it.
   *
   * @see #FullyConnectedTrainer(Architecture, Images, SgdSettings, int)
   */
  public FullyConnectedTrainer(Architecture architecture, Images images, SgdSettings settings) {
    this(architecture, images, settings, 0);
  }

  /**
   * A trainer.
   *
   * @param architecture the network
   * @param images what it learns from
   * @param settings how; the number of epochs is not looked at
   * @param stepsPerEpoch how many steps count as an epoch; 0 for ceil(N/b). With reshuffled
   *     sampling at most ceil(N/b): the rest of the order is left out.
   * @throws IllegalArgumentException if the network is not of this family, the images do not fit
   *     it, the batches cannot be drawn or have a single example
   */
  public FullyConnectedTrainer(
      Architecture architecture, Images images, SgdSettings settings, int stepsPerEpoch) {
    this(architecture, images, settings, stepsPerEpoch, StepArithmetic.best());
  }

  FullyConnectedTrainer(
      Architecture architecture,
      Images images,
      SgdSettings settings,
      int stepsPerEpoch,
      StepArithmetic arithmetic) {
    FusedLayout layout = new FusedLayout(architecture);
    requireFit(architecture, images);
    this.settings = settings;
    examples = images.count();
    batches = new Batches(settings.sampling(), examples, settings.batchSize(), settings.seed());
    this.stepsPerEpoch = stepsPerEpoch == 0 ? batches.perEpoch() : stepsPerEpoch;
    requireBatches();
    step =
        new FusedStep(layout, arithmetic, images.pixels(), images.labels(), settings.batchSize());
    index = new int[settings.batchSize()];
    weights = new float[layout.length()];
    velocity = new float[layout.length()];
    gradient = new float[layout.length()];
    running = architecture.initialRunning();
    Momentum momentum = settings.momentum();
    nesterov = momentum instanceof Momentum.Nesterov;
    mu =
        momentum instanceof Momentum.HeavyBall ball
            ? (float) ball.mu()
            : momentum instanceof Momentum.Nesterov ball ? (float) ball.mu() : 0;
  }

  /**
   * A trainer that does without the Vector API, for comparison: the same bits, several times
   * slower.
   *
   * @see #FullyConnectedTrainer(Architecture, Images, SgdSettings, int)
   */
  public static FullyConnectedTrainer inPlainJava(
      Architecture architecture, Images images, SgdSettings settings, int stepsPerEpoch) {
    return new FullyConnectedTrainer(
        architecture, images, settings, stepsPerEpoch, new PlainArithmetic());
  }

  private static void requireFit(Architecture architecture, Images images) {
    int classes = architecture.output().size();
    if (images.size() != architecture.input().size()) {
      throw new IllegalArgumentException(
          architecture.name()
              + " takes "
              + architecture.input().size()
              + " numbers, but an image has "
              + images.size()
              + ".");
    }
    for (int label : images.labels()) {
      if (label >= classes) {
        throw new IllegalArgumentException(
            "The label "
                + label
                + " is no class of "
                + architecture.name()
                + ", which has "
                + classes
                + " outputs: take fewer classes of images.");
      }
    }
  }

  private void requireBatches() {
    boolean reshuffled = settings.sampling() == Sampling.RESHUFFLED;
    if (stepsPerEpoch < 1 || reshuffled && stepsPerEpoch > batches.perEpoch()) {
      throw new IllegalArgumentException(
          "An epoch of "
              + stepsPerEpoch
              + " steps cannot be made of "
              + examples
              + " examples in batches of "
              + settings.batchSize()
              + ".");
    }
    int last = examples - (stepsPerEpoch - 1) * settings.batchSize();
    if (settings.batchSize() < 2 || reshuffled && last == 1) {
      throw new IllegalArgumentException(
          "Batch normalisation needs batches of at least two examples: choose another batch size.");
    }
  }

  /**
   * Begins at these weights and running statistics, velocity 0, epoch 0.
   *
   * @throws IllegalArgumentException if a length is not that of the network
   */
  public void start(Snapshot from) {
    set(from.weights(), new float[from.weights().length], from.running(), 0, 0, 0);
  }

  /** Goes to a state that {@link #weights} and the others described. */
  void set(
      float[] atWeights,
      float[] atVelocity,
      float[] atRunning,
      int epochs,
      int steps,
      long position) {
    int d = dimension();
    if (atWeights.length != d || atVelocity.length != d || atRunning.length != running.length) {
      throw new IllegalArgumentException(
          step.layout().architecture().name()
              + " has "
              + d
              + " weights and "
              + running.length
              + " running statistics, not "
              + atWeights.length
              + " and "
              + atRunning.length
              + ".");
    }
    step.layout().spread(atWeights, weights);
    step.layout().spread(atVelocity, velocity);
    System.arraycopy(atRunning, 0, running, 0, running.length);
    epochsDone = epochs;
    stepsDone = steps;
    if (steps > 0) {
      batches.startEpoch(epochs);
      batches.seek(position);
    }
  }

  /**
   * One step.
   *
   * @return the mean loss of its batch before the step, without the L2 term
   * @throws IllegalStateException if it or an input of a ReLU is not a number
   */
  public double step() {
    if (stepsDone == 0) {
      batches.startEpoch(epochsDone);
    }
    int n = batches.draw(stepsDone, index);
    double loss = step.gradient(weights, index, n, gradient);
    float rate = (float) settings.learningRate().at(epochsDone);
    double variances = step.moveRunning(running, n);
    if (!Double.isFinite(loss + variances)) {
      throw new IllegalStateException(
          "The loss is no longer a number in epoch "
              + (epochsDone + 1)
              + ": the learning rate "
              + rate
              + " is too large here, or the data hold values that are no numbers.");
    }
    step.arithmetic().move(weights, velocity, gradient, rate, mu, nesterov, (float) settings.l2());
    stepsDone++;
    if (stepsDone == stepsPerEpoch) {
      stepsDone = 0;
      epochsDone++;
    }
    return loss;
  }

  /**
   * Loss and gradient of all examples in training mode: the mean over consecutive batches of the
   * mean loss of a batch, each normalised by its own statistics, as the code of Chaudhari and
   * Soatto takes its full gradient. A last batch that is not full is left out. Changes nothing.
   */
  public FullBatch fullBatch() {
    double[] sum = new double[dimension()];
    float[] padded = new float[weights.length];
    float[] flat = new float[sum.length];
    int[] some = new int[settings.batchSize()];
    int count = Math.max(1, examples / some.length);
    int n = Math.min(examples, some.length);
    double loss = 0;
    for (int k = 0; k < count; k++) {
      for (int i = 0; i < n; i++) {
        some[i] = k * n + i;
      }
      loss += step.gradient(weights, some, n, padded);
      step.layout().collect(padded, flat);
      for (int i = 0; i < flat.length; i++) {
        sum[i] += flat[i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= count;
    }
    return new FullBatch(loss / count, sum);
  }

  /** |g_b| of the last step's batch, without the L2 term. */
  public double batchGradientNorm() {
    double squares = 0;
    for (float g : gradient) {
      squares += (double) g * g;
    }
    return Math.sqrt(squares);
  }

  /** d, the number of weights. */
  public int dimension() {
    return step.layout().architecture().parameterCount();
  }

  /** Steps in an epoch. */
  public int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  /** Whole epochs done. */
  public int epochsDone() {
    return epochsDone;
  }

  /** Steps done in the epoch after them. */
  public int stepsDone() {
    return stepsDone;
  }

  /** Where the sampling stream of that epoch stands. */
  long samplingPosition() {
    return stepsDone == 0 ? 0 : batches.position();
  }

  /** The weights, a copy in the order of {@link eddy.nets}. */
  public float[] weights() {
    return copy(weights);
  }

  /** The velocity, a copy in the same order. */
  public float[] velocity() {
    return copy(velocity);
  }

  /** The gradient of the last step's batch, a copy in the same order, without the L2 term. */
  public float[] batchGradient() {
    return copy(gradient);
  }

  /** Running statistics of batch normalisation, a copy. */
  public float[] running() {
    return running.clone();
  }

  /** Writes the weights to an array of length d. */
  void weights(float[] into) {
    step.layout().collect(weights, into);
  }

  /** Which arithmetic computes: "512-bit vectors", or "plain Java". */
  public String arithmetic() {
    return step.arithmetic().describe();
  }

  private float[] copy(float[] padded) {
    float[] flat = new float[dimension()];
    step.layout().collect(padded, flat);
    return flat;
  }
}
