package eddy.trajectory;

/**
 * What SGD saw in one epoch.
 *
 * @param epoch 1 for the first
 * @param learningRate η in this epoch
 * @param loss mean of the batch losses on the way, without the L2 term
 */
public record EpochLog(int epoch, double learningRate, double loss) {}
