package eddy.nets;

import eddy.nets.LayerSpec.Conv2d;
import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of a convolution by its input, itself a correlation: dx[i][r][c] = Σ W[o][i][u][v]
 * dy[o][(r + padding − u)/stride][(c + padding − v)/stride] over all o, u, v for which the
 * fractions are whole and inside. Inputs with the same remainders of (r + padding, c + padding) by
 * the stride see the same taps, so the work is one correlation for each of the stride² pairs of
 * remainders, on a copy of dy with zeros around.
 */
final class TurnedConvolution {
  private final Border border;
  private final List<Phase> phases = new ArrayList<>();

  /**
   * The inputs of one pair of remainders.
   *
   * @param windows reads framed dy, writes dx
   * @param weights for each weight of the phase, its place among the layer's own
   * @param turned the weights in that order, and biases that stay 0
   */
  private record Phase(Windows windows, int[] weights, float[] turned) {}

  TurnedConvolution(Conv2d spec, Shape input, Shape output) {
    int reach = (spec.kernel() - 1) / spec.stride();
    int low = reach - spec.padding() / spec.stride();
    int bottom = (input.height() - 1 + spec.padding()) / spec.stride() + 1;
    int right = (input.width() - 1 + spec.padding()) / spec.stride() + 1;
    border =
        new Border(
            output,
            low,
            low + Math.max(bottom, output.height()),
            low + Math.max(right, output.width()));
    for (int row = 0; row < spec.stride(); row++) {
      for (int column = 0; column < spec.stride(); column++) {
        phases.add(phase(spec, input, low, row, column));
      }
    }
  }

  private Phase phase(Conv2d spec, Shape input, int low, int rowRemainder, int columnRemainder) {
    Shape framed = border.framed();
    List<Integer> base = new ArrayList<>();
    List<Integer> to = new ArrayList<>();
    for (int p = 0; p < input.area(); p++) {
      int row = p / input.width() + spec.padding();
      int column = p % input.width() + spec.padding();
      if (row % spec.stride() == rowRemainder && column % spec.stride() == columnRemainder) {
        int line = low + row / spec.stride();
        base.add((line * framed.width() + low + column / spec.stride()) * Lanes.COUNT);
        to.add(p * Lanes.COUNT);
      }
    }
    List<Integer> tap = new ArrayList<>();
    List<Integer> first = new ArrayList<>();
    int area = spec.kernel() * spec.kernel();
    for (int o = 0; o < framed.channels(); o++) {
      for (int u = rowRemainder; u < spec.kernel(); u += spec.stride()) {
        for (int v = columnRemainder; v < spec.kernel(); v += spec.stride()) {
          int line = o * framed.height() - u / spec.stride();
          tap.add((line * framed.width() - v / spec.stride()) * Lanes.COUNT);
          first.add(o * input.channels() * area + u * spec.kernel() + v);
        }
      }
    }
    int[] weights = new int[input.channels() * tap.size()];
    for (int i = 0; i < input.channels(); i++) {
      for (int k = 0; k < tap.size(); k++) {
        weights[i * tap.size() + k] = first.get(k) + i * area;
      }
    }
    Windows windows =
        new Windows(input.channels(), ints(base), ints(tap), ints(to), input.area() * Lanes.COUNT);
    return new Phase(windows, weights, new float[windows.parameters()]);
  }

  private static int[] ints(List<Integer> list) {
    return list.stream().mapToInt(i -> i).toArray();
  }

  /** What {@link #run} wants as scratch: a framed block for each thread. */
  float[][] blocks(int threads) {
    return border.blocks(threads);
  }

  /** Takes the layer's weights, which begin at {@code at}. */
  void prepare(float[] w, int at) {
    for (Phase phase : phases) {
      for (int i = 0; i < phase.weights().length; i++) {
        phase.turned()[i] = w[at + phase.weights()[i]];
      }
    }
  }

  /**
   * Fills dx.
   *
   * @param framed scratch, or null where dy needs no border
   */
  void run(Lanes lanes, float[] dy, int dyAt, float[] framed, float[] dx, int dxAt) {
    if (!border.isEmpty()) {
      border.add(dy, dyAt, framed);
    }
    float[] from = border.isEmpty() ? dy : framed;
    int fromAt = border.isEmpty() ? dyAt : 0;
    for (Phase phase : phases) {
      lanes.correlate(phase.windows(), phase.turned(), 0, from, fromAt, dx, dxAt);
    }
  }
}
