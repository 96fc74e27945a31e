package eddy.nets;

/**
 * What one layer of a network is, without its numbers. {@code x} is what enters, {@code y} what
 * leaves, both in channel, row, column order.
 */
public sealed interface LayerSpec {

  /**
   * The shape that leaves the layer.
   *
   * @throws IllegalArgumentException if {@code input} does not fit the layer; the message says why
   */
  Shape output(Shape input);

  /** How many trainable numbers the layer has when {@code input} enters. */
  default int parameterCount(Shape input) {
    return 0;
  }

  /** How many running statistics the layer has when {@code input} enters. */
  default int runningCount(Shape input) {
    return 0;
  }

  /**
   * y = W x + b on the flattened example. Parameters: W {@code [out][in]}, b {@code [out]}.
   *
   * @param outputs number of outputs, at least 1
   */
  record Dense(int outputs) implements LayerSpec {
    /** Checks the count. */
    public Dense {
      Check.atLeast("A dense layer's outputs", outputs, 1);
    }

    @Override
    public Shape output(Shape input) {
      return Shape.vector(outputs);
    }

    @Override
    public int parameterCount(Shape input) {
      return Math.multiplyExact(outputs, input.size() + 1);
    }
  }

  /**
   * Cross-correlation with a square kernel, y[o][r][c] = b[o] + Σ W[o][i][u][v] · x[i][r·stride + u
   * − padding][c·stride + v − padding], where x is 0 outside. Parameters: W {@code
   * [out][in][kernel][kernel]}, b {@code [out]}.
   *
   * @param outputs number of output channels, at least 1
   * @param kernel side of the kernel, at least 1
   * @param stride step between two outputs, at least 1
   * @param padding zeros added at each side, 0 to kernel − 1
   */
  record Conv2d(int outputs, int kernel, int stride, int padding) implements LayerSpec {
    /** Checks the ranges. */
    public Conv2d {
      Check.atLeast("A convolution's output channels", outputs, 1);
      Check.atLeast("A convolution's kernel", kernel, 1);
      Check.atLeast("A convolution's stride", stride, 1);
      Check.atLeast("A convolution's padding", padding, 0);
      if (padding >= kernel) {
        throw new IllegalArgumentException(
            "A convolution's padding must be smaller than its kernel, but "
                + padding
                + " is not below "
                + kernel
                + ".");
      }
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(
          outputs,
          Check.windows("convolution", input, input.height() + 2 * padding, kernel, stride),
          Check.windows("convolution", input, input.width() + 2 * padding, kernel, stride));
    }

    @Override
    public int parameterCount(Shape input) {
      return Math.multiplyExact(outputs, input.channels() * kernel * kernel + 1);
    }
  }

  /**
   * Batch normalisation by channel (by feature when the input is a vector), y = gamma (x − m) / √(v
   * + epsilon) + beta. In training m and v are mean and variance over the batch and the image
   * (divided by n); in evaluation they are the running statistics, which training moves by running
   * ← (1 − momentum) running + momentum · (m, v·n/(n−1)). Parameters: gamma, beta; running
   * statistics: mean, variance; each of one number a channel.
   *
   * @param epsilon added to the variance, above 0 (PyTorch: 1e-5)
   * @param momentum weight of the newest batch in the running statistics, in (0, 1] (PyTorch: 0.1)
   */
  record BatchNorm(double epsilon, double momentum) implements LayerSpec {
    /** Checks the ranges. */
    public BatchNorm {
      if (!(epsilon > 0)) {
        throw new IllegalArgumentException(
            "Batch normalisation needs epsilon above 0, not " + epsilon + ".");
      }
      if (!(momentum > 0 && momentum <= 1)) {
        throw new IllegalArgumentException(
            "Batch normalisation needs momentum in (0, 1], not " + momentum + ".");
      }
    }

    /** PyTorch's defaults: epsilon 1e-5, momentum 0.1. */
    public BatchNorm() {
      this(1e-5, 0.1);
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }

    @Override
    public int parameterCount(Shape input) {
      return 2 * input.channels();
    }

    @Override
    public int runningCount(Shape input) {
      return 2 * input.channels();
    }
  }

  /** y = max(x, 0), with derivative 0 at 0. */
  record Relu() implements LayerSpec {
    @Override
    public Shape output(Shape input) {
      return input;
    }
  }

  /**
   * The maximum of each window; among equal values the first in row order takes the gradient.
   * Windows that would stick out are left away.
   *
   * @param size side of the window, at least 1
   * @param stride step between windows, at least 1
   */
  record MaxPool(int size, int stride) implements LayerSpec {
    /** Checks the ranges. */
    public MaxPool {
      Check.atLeast("A max pooling's size", size, 1);
      Check.atLeast("A max pooling's stride", stride, 1);
    }

    /** Windows side by side. */
    public MaxPool(int size) {
      this(size, size);
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(
          input.channels(),
          Check.windows("max pooling", input, input.height(), size, stride),
          Check.windows("max pooling", input, input.width(), size, stride));
    }
  }

  /**
   * The mean of each window. Windows that would stick out are left away.
   *
   * @param size side of the window, at least 1
   * @param stride step between windows, at least 1
   */
  record AvgPool(int size, int stride) implements LayerSpec {
    /** Checks the ranges. */
    public AvgPool {
      Check.atLeast("An average pooling's size", size, 1);
      Check.atLeast("An average pooling's stride", stride, 1);
    }

    /** Windows side by side. */
    public AvgPool(int size) {
      this(size, size);
    }

    @Override
    public Shape output(Shape input) {
      return new Shape(
          input.channels(),
          Check.windows("average pooling", input, input.height(), size, stride),
          Check.windows("average pooling", input, input.width(), size, stride));
    }
  }

  /**
   * In training each number is set to 0 with probability {@code rate}, else divided by 1 − rate; in
   * evaluation nothing happens.
   *
   * <p>Which ones: one {@code nextFloat() >= rate} keeps one number. The dropout layers draw front
   * to back; a layer draws for the examples in batch order, and within an example in channel, row,
   * column order.
   *
   * @param rate probability in [0, 1)
   */
  record Dropout(double rate) implements LayerSpec {
    /** Checks the range. */
    public Dropout {
      if (!(rate >= 0 && rate < 1)) {
        throw new IllegalArgumentException("A dropout rate must lie in [0, 1), not " + rate + ".");
      }
    }

    @Override
    public Shape output(Shape input) {
      return input;
    }
  }
}
