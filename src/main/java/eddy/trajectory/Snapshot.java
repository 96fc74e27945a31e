package eddy.trajectory;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The weights at one moment of a run.
 *
 * @param epoch how many epochs are done; 0 is the start
 * @param weights x, length d
 * @param running running statistics
 */
public record Snapshot(int epoch, float[] weights, float[] running) {
  /** Takes copies. */
  public Snapshot {
    weights = weights.clone();
    running = running.clone();
  }

  /** CRC-32 of weights and running statistics: what was computed from them belongs to them only. */
  public String checksum() {
    CRC32 crc = new CRC32();
    for (float[] numbers : new float[][] {weights, running}) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
      bytes.asFloatBuffer().put(numbers);
      crc.update(bytes.array());
    }
    return Long.toHexString(crc.getValue());
  }
}
