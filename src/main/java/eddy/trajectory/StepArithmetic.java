package eddy.trajectory;

/**
 * The loops of a training step of a fully-connected network. Examples lie one behind the other, the
 * units of a layer are the lanes of a vector: {@code [example][unit]}, widths padded to {@link
 * FusedLayout#LANES}.
 *
 * <p>{@link PlainArithmetic} and {@link VectorArithmetic} do the same operations on each number in
 * the same order, so they give the same bits.
 */
interface StepArithmetic {
  /** Examples that {@link #forward} treats together; it also writes what fills up the last ones. */
  int TOGETHER = 8;

  /** With the Vector API where the Java virtual machine has it, otherwise plain. */
  static StepArithmetic best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorArithmetic()
        : new PlainArithmetic();
  }

  /** What it is, for a record of the run. */
  String describe();

  /** x[e·row + k] = images[index[e]·inputs + k], k below {@code inputs}. */
  void gather(float[] images, int[] index, int examples, int inputs, float[] x, int row);

  /**
   * y[e·width + n] = bias[biasAt + n] + Σ_k x[e·row + k] m[mAt + k·width + n].
   *
   * @param examples how many; x and y hold them rounded up to a multiple of {@link #TOGETHER}
   * @param inputs numbers in a row of x
   * @param width numbers in a row of y, a multiple of {@link FusedLayout#LANES}
   */
  void forward(
      float[] x,
      int row,
      int examples,
      int inputs,
      float[] m,
      int mAt,
      float[] bias,
      int biasAt,
      int width,
      float[] y);

  /**
   * g[gAt + n·row + k] = Σ_e d[e·width + n] x[e·row + k], k below {@code inputs}.
   *
   * @param row length of a row of x and of g
   */
  void gradient(
      float[] x, int row, int examples, int inputs, float[] d, int width, float[] g, int gAt);

  /**
   * Batch normalisation and ReLU: h = max(0, gamma (z − m) r + beta), with m and v mean and
   * variance over the batch, r = 1/√(v + epsilon).
   *
   * @param w holds gamma and, {@code width} behind it, beta
   * @param batch receives m, v and r, {@code width} each
   */
  void normalise(
      float[] z,
      int examples,
      int width,
      float[] w,
      int gammaAt,
      float epsilon,
      float[] batch,
      float[] h);

  /**
   * The way back through ReLU: d becomes dy, which is d where h &gt; 0, else 0; and what batch
   * normalisation needs of it, dgamma = r Σ dy (z − m) and dbeta = Σ dy.
   *
   * @param batch as {@link #normalise} left it
   * @param g receives dgamma and, {@code width} behind it, dbeta
   */
  void rectifyBack(
      float[] d,
      float[] h,
      float[] z,
      int examples,
      int width,
      float[] batch,
      float[] g,
      int gammaAt);

  /**
   * The way back through batch normalisation: d becomes gamma r (d − dbeta/n − (z − m) r dgamma/n).
   *
   * @param w holds gamma; at the same place g holds dgamma and, {@code width} behind it, dbeta, and
   *     receives Σ d {@code width} before it
   */
  void normaliseBack(
      float[] d,
      float[] z,
      int examples,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int gammaAt);

  /**
   * Softmax cross-entropy. z[c][e] becomes (softmax(z) − e_y)/n.
   *
   * @param z outputs, a row of {@code stride} examples for each class
   * @param stride a multiple of {@link FusedLayout#LANES}; examples beyond n must carry no loss
   * @param label classes as numbers, {@code stride} of them
   * @param n how many examples
   * @param scratch {@link SoftmaxLoss#scratch} long
   * @return the sum of the losses
   */
  double softmax(float[] z, int stride, int classes, float[] label, int n, float[] scratch);

  /**
   * The way back through the last layer, dw[c][k] = Σ_e dz[c][e] h[e][k] and d[e][k] = Σ_c dz[c][e]
   * w[c][k], and on through ReLU as in {@link #rectifyBack}.
   *
   * @param dz a row of {@code stride} examples for each class
   * @param classes a multiple of {@link FusedLayout#CLASSES}
   * @param lastAt where weights and their gradient begin in w and g
   */
  void lastBack(
      float[] dz,
      int stride,
      int classes,
      int examples,
      float[] h,
      float[] z,
      int width,
      float[] w,
      float[] batch,
      float[] g,
      int lastAt,
      int gammaAt,
      float[] d);

  /**
   * out[outAt + c] = Σ_e dz[c][e].
   *
   * @param scratch at least {@link FusedLayout#LANES} long
   */
  void sums(float[] dz, int stride, int classes, float[] out, int outAt, float[] scratch);

  /**
   * q = g + l2 w, v ← mu v + q, w ← w − rate v, or with Nesterov's momentum w ← w − rate (q + mu
   * v). All arrays whole vectors.
   */
  void move(float[] w, float[] v, float[] g, float rate, float mu, boolean nesterov, float l2);
}
