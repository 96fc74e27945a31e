package eddy.trajectory;

import eddy.run.RandomStream;

/** What SGD descends: the mean over N examples of a loss, and the gradient on some of them. */
public interface StochasticGradient {

  /** N. */
  int examples();

  /** d, the number of weights. */
  int dimension();

  /** How many running statistics go along with the weights; 0 if there are none. */
  default int runningCount() {
    return 0;
  }

  /**
   * The mean loss on a batch, and its gradient.
   *
   * @param weights x, length d
   * @param running running statistics, updated in place
   * @param index the batch: examples {@code index[0] .. index[batch − 1]}
   * @param batch how many they are
   * @param gradient receives g_b, length d
   * @param dropout draws the dropout masks, if the model has any
   * @return the mean loss
   */
  double at(
      float[] weights,
      float[] running,
      int[] index,
      int batch,
      float[] gradient,
      RandomStream dropout);

  /**
   * Model, loss and data, as {@code name=value} parts separated by ", "; a checkpoint of another
   * problem is refused by it.
   */
  String describe();
}
