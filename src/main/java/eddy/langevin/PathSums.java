package eddy.langevin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums of q quantities for each path of a bundle, in blocks of time: one block for each path where
 * the paths are many, else up to {@value #MOST_BLOCKS} blocks, which are merged in pairs whenever
 * they are full, so that their length doubles.
 */
final class PathSums {
  /** From this number of paths on, paths alone are the groups behind an error bar. */
  static final int ENOUGH_PATHS = 64;

  private static final int MOST_BLOCKS = 64;

  /** Sums of the current block, {@code [quantity][lane]}. */
  final double[] sums;

  private final int quantities;
  private final int lanes;
  private final int count;
  private final boolean blocked;
  private final List<double[]> full = new ArrayList<>();
  private long blockLength = 1;
  private long inBlock;

  PathSums(int quantities, Bundle bundle, int paths) {
    this.quantities = quantities;
    this.lanes = bundle.lanes();
    this.count = bundle.count();
    this.blocked = paths < ENOUGH_PATHS;
    this.sums = new double[quantities * lanes];
  }

  /** To be called after the sums of one more observation were added. */
  void tick() {
    inBlock++;
    if (blocked && inBlock == blockLength) {
      full.add(sums.clone());
      Arrays.fill(sums, 0);
      inBlock = 0;
      if (full.size() == MOST_BLOCKS) {
        merge();
      }
    }
  }

  private void merge() {
    for (int k = 0; k < MOST_BLOCKS / 2; k++) {
      double[] a = full.get(2 * k);
      double[] b = full.get(2 * k + 1);
      for (int i = 0; i < a.length; i++) {
        a[i] += b[i];
      }
      full.set(k, a);
    }
    full.subList(MOST_BLOCKS / 2, MOST_BLOCKS).clear();
    blockLength *= 2;
  }

  /** Adds a group (its number of observations, then its sums) for each path and block. */
  void groups(List<double[]> out) {
    for (double[] block : full) {
      groups(block, blockLength, out);
    }
    if (inBlock > 0) {
      groups(sums, inBlock, out);
    }
  }

  private void groups(double[] block, long length, List<double[]> out) {
    for (int l = 0; l < count; l++) {
      double[] group = new double[quantities + 1];
      group[0] = length;
      for (int q = 0; q < quantities; q++) {
        group[q + 1] = block[q * lanes + l];
      }
      out.add(group);
    }
  }

  double[] save() {
    double[] saved = new double[3 + (full.size() + 1) * sums.length];
    saved[0] = blockLength;
    saved[1] = inBlock;
    saved[2] = full.size();
    int at = 3;
    for (double[] block : full) {
      System.arraycopy(block, 0, saved, at, sums.length);
      at += sums.length;
    }
    System.arraycopy(sums, 0, saved, at, sums.length);
    return saved;
  }

  void load(double[] saved) {
    blockLength = (long) saved[0];
    inBlock = (long) saved[1];
    full.clear();
    int at = 3;
    for (int k = 0; k < (int) saved[2]; k++) {
      full.add(Arrays.copyOfRange(saved, at, at + sums.length));
      at += sums.length;
    }
    System.arraycopy(saved, at, sums, 0, sums.length);
  }
}
