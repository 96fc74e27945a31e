package eddy.nets;

import java.util.Arrays;

/**
 * Arithmetic on blocks of {@value #COUNT} examples. A block holds the numbers of its examples side
 * by side, {@code [channel][row][column][example]}: the examples are the lanes of a vector, every
 * operation is the same for each, and the gradient of a single example costs no more than the mean.
 *
 * <p>This class does it in plain Java; {@link VectorLanes} does the same operations in the same
 * order with the Vector API.
 */
class Lanes {
  /** Examples in a block. */
  static final int COUNT = 16;

  /** With the Vector API where the Java virtual machine has it, otherwise plain. */
  static Lanes best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
        ? new VectorLanes()
        : new Lanes();
  }

  /**
   * y[o][p] = b[o] + Σ_k W[o][k] x[base[p] + tap[k]], where y[o][p] is number to[p] + o·channel.
   *
   * @param w holds W and then b from {@code wAt}
   */
  void correlate(Windows on, float[] w, int wAt, float[] x, int xAt, float[] y, int yAt) {
    int taps = on.taps();
    int bias = wAt + on.outputs() * taps;
    for (int o = 0; o < on.outputs(); o++) {
      for (int p = 0; p < on.positions(); p++) {
        int to = yAt + o * on.channel() + on.to()[p];
        int from = xAt + on.base()[p];
        Arrays.fill(y, to, to + COUNT, w[bias + o]);
        for (int k = 0; k < taps; k++) {
          multiplyAdd(w[wAt + o * taps + k], x, from + on.tap()[k], y, to);
        }
      }
    }
  }

  /**
   * dw[o][k] = Σ_p dy[o][p] x[base[p] + tap[k]], and behind them db[o] = Σ_p dy[o][p], for each
   * lane: the derivative of correlate by its weights, one example a lane; dy lies as correlate
   * wrote y, position after position.
   */
  void outer(Windows on, float[] dy, int dyAt, float[] x, int xAt, float[] dw) {
    int taps = on.taps();
    int bias = on.outputs() * taps;
    Arrays.fill(dw, 0, on.parameters() * COUNT, 0);
    for (int o = 0; o < on.outputs(); o++) {
      int row = dyAt + o * on.positions() * COUNT;
      for (int k = 0; k < taps; k++) {
        int to = (o * taps + k) * COUNT;
        for (int p = 0; p < on.positions(); p++) {
          int left = row + p * COUNT;
          int right = xAt + on.base()[p] + on.tap()[k];
          for (int l = 0; l < COUNT; l++) {
            dw[to + l] = Math.fma(dy[left + l], x[right + l], dw[to + l]);
          }
        }
      }
      sum(dy, row, on.positions(), dw, (bias + o) * COUNT);
    }
  }

  private static void multiplyAdd(float factor, float[] x, int xAt, float[] y, int yAt) {
    for (int l = 0; l < COUNT; l++) {
      y[yAt + l] = Math.fma(factor, x[xAt + l], y[yAt + l]);
    }
  }

  /** out[l] = Σ_p x[p][l]. */
  void sum(float[] x, int xAt, int positions, float[] out, int outAt) {
    Arrays.fill(out, outAt, outAt + COUNT, 0);
    for (int p = 0; p < positions; p++) {
      for (int l = 0; l < COUNT; l++) {
        out[outAt + l] += x[xAt + p * COUNT + l];
      }
    }
  }

  /** out[l] = Σ_p (x[p][l] − centre)(y[p][l] − yCentre). */
  void products(
      float[] x,
      int xAt,
      float centre,
      float[] y,
      int yAt,
      float yCentre,
      int positions,
      float[] out,
      int outAt) {
    Arrays.fill(out, outAt, outAt + COUNT, 0);
    for (int p = 0; p < positions; p++) {
      for (int l = 0; l < COUNT; l++) {
        int i = p * COUNT + l;
        out[outAt + l] = Math.fma(x[xAt + i] - centre, y[yAt + i] - yCentre, out[outAt + l]);
      }
    }
  }

  /** x ← max(x, 0) on {@code n} numbers, a multiple of {@value #COUNT}. */
  void rectify(float[] x, int at, int n) {
    for (int i = at; i < at + n; i++) {
      x[i] = x[i] > 0 ? x[i] : 0;
    }
  }

  /** d ← d where y &gt; 0, else 0. */
  void rectifyGradient(float[] y, int yAt, float[] d, int dAt, int n) {
    for (int i = 0; i < n; i++) {
      d[dAt + i] = y[yAt + i] > 0 ? d[dAt + i] : 0;
    }
  }

  /** Where x exceeds {@code best}, best ← x and which ← {@code name}; one vector. */
  void challenge(float[] x, int xAt, float name, float[] best, float[] which, int at) {
    for (int l = 0; l < COUNT; l++) {
      if (x[xAt + l] > best[at + l]) {
        best[at + l] = x[xAt + l];
        which[at + l] = name;
      }
    }
  }

  /** dx += dy where which = {@code name}; one vector. */
  void award(float[] dy, int dyAt, float[] which, int at, float name, float[] dx, int dxAt) {
    for (int l = 0; l < COUNT; l++) {
      dx[dxAt + l] += which[at + l] == name ? dy[dyAt + l] : 0;
    }
  }
}
