package eddy.nets.reference;

import eddy.run.RandomStream;

/**
 * How a forward pass runs.
 *
 * @param train batch statistics and dropout, or running statistics and no dropout
 * @param running the running statistics: read in evaluation, updated in training unless null
 * @param dropout where training draws its masks from; null keeps every number
 */
record Mode(boolean train, double[] running, RandomStream dropout) {

  static Mode evaluation(double[] running) {
    return new Mode(false, running, null);
  }

  static Mode training(double[] running, RandomStream dropout) {
    return new Mode(true, running, dropout);
  }
}
