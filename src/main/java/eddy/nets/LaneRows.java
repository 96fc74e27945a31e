package eddy.nets;

import eddy.linalg.FloatMatrix;

/** Writes each example's gradient into its row of a matrix. */
final class LaneRows implements GradientSink {
  private static final int TILE = 16;

  private final FloatMatrix out;
  private final int from;
  private final float[][] rows;

  /**
   * @param out a row for each example
   * @param from the example whose gradient belongs in row 0
   * @param rows scratch of each thread, as long as a block's gradient by one layer
   */
  LaneRows(FloatMatrix out, int from, float[][] rows) {
    this.out = out;
    this.from = from;
    this.rows = rows;
  }

  @Override
  public void accept(Pass pass, int slot, int thread, float[] lanes, int offset, int count) {
    float[] turned = rows[thread];
    for (int tile = 0; tile < count; tile += TILE) {
      int end = Math.min(count, tile + TILE);
      for (int l = 0; l < Lanes.COUNT; l++) {
        for (int i = tile; i < end; i++) {
          turned[l * count + i] = lanes[i * Lanes.COUNT + l];
        }
      }
    }
    int first = pass.examples.from() - from + pass.firstOf(slot);
    for (int l = 0; l < pass.inSlot(slot); l++) {
      long to = (long) (first + l) * out.columns() + offset;
      out.write(to, turned, l * count, count);
    }
  }
}
