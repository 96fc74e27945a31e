package eddy.trajectory;

import eddy.run.RandomStream;
import eddy.run.StreamName;

/**
 * The mini-batches of a run, epoch by epoch. Epoch e draws from substream e of the sampling stream,
 * so an epoch's batches do not depend on those before it.
 */
final class Batches {
  private final Sampling sampling;
  private final int examples;
  private final int batchSize;
  private final long seed;
  private final int[] order;
  private final int[] swapped;
  private RandomStream random;

  Batches(Sampling sampling, int examples, int batchSize, long seed) {
    if (batchSize > examples && sampling != Sampling.WITH_REPLACEMENT) {
      throw new IllegalArgumentException(
          "A batch of "
              + batchSize
              + " cannot be drawn from "
              + examples
              + " examples unless it is drawn with replacement.");
    }
    this.sampling = sampling;
    this.examples = examples;
    this.batchSize = batchSize;
    this.seed = seed;
    order = new int[sampling == Sampling.WITH_REPLACEMENT ? 0 : examples];
    swapped = new int[batchSize];
  }

  /** ceil(N / b). */
  int perEpoch() {
    return (examples - 1) / batchSize + 1;
  }

  /** Goes to the first batch of the epoch that begins when {@code epochsDone} epochs are done. */
  void startEpoch(int epochsDone) {
    random = new RandomStream(seed, StreamName.SAMPLING, epochsDone);
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (sampling == Sampling.RESHUFFLED) {
      random.shuffle(order);
    }
  }

  /** Where the sampling stream of this epoch stands. */
  long position() {
    return random.position();
  }

  /** Goes back to where {@link #position} was. */
  void seek(long position) {
    random.seek(position);
  }

  /**
   * Draws the batch of a step.
   *
   * @param step 0 .. {@link #perEpoch} − 1, each once and in order
   * @param index receives the examples
   * @return how many they are
   */
  int draw(int step, int[] index) {
    switch (sampling) {
      case WITH_REPLACEMENT -> {
        for (int i = 0; i < batchSize; i++) {
          index[i] = random.nextInt(examples);
        }
        return batchSize;
      }
      case WITHOUT_REPLACEMENT -> {
        drawSubset(index);
        return batchSize;
      }
      case RESHUFFLED -> {
        int from = step * batchSize;
        int count = Math.min(batchSize, examples - from);
        System.arraycopy(order, from, index, 0, count);
        return count;
      }
    }
    throw new AssertionError(sampling);
  }

  /** The first b steps of a Fisher-Yates shuffle, undone afterwards. */
  private void drawSubset(int[] index) {
    for (int i = 0; i < batchSize; i++) {
      int j = i + random.nextInt(examples - i);
      swapped[i] = j;
      index[i] = order[j];
      order[j] = order[i];
      order[i] = index[i];
    }
    for (int i = batchSize - 1; i >= 0; i--) {
      int j = swapped[i];
      int kept = order[j];
      order[j] = order[i];
      order[i] = kept;
    }
  }
}
