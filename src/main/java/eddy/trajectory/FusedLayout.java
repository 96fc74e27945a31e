package eddy.trajectory;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec.BatchNorm;
import eddy.nets.LayerSpec.Dense;
import eddy.nets.LayerSpec.Relu;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the numbers of a fully-connected network lie in the array that the fused step works on.
 * Widths are padded to whole vectors of {@value #LANES} with zeros, which stay zero in training.
 *
 * <p>A hidden layer has its weights {@code [out][in]}, both padded, then bias, gamma and beta, one
 * padded width each. The last layer has its weights {@code [out][in]}, out padded to a multiple of
 * {@value #CLASSES} and in to whole vectors, then its bias.
 */
final class FusedLayout {
  /** Numbers in the longest vector. */
  static final int LANES = 16;

  /** Outputs that are treated together on the way back. */
  static final int CLASSES = 5;

  /**
   * A block of dense layer, batch normalisation and ReLU.
   *
   * @param inputs numbers that enter
   * @param width units
   * @param padded units padded
   * @param at where its padded numbers begin
   * @param flatAt where its numbers begin in the flat vector
   * @param runningAt where its running statistics begin
   * @param norm the batch normalisation
   */
  record Hidden(
      int inputs, int width, int padded, int at, int flatAt, int runningAt, BatchNorm norm) {
    /** Length of a row of weights, and of an example's inputs. */
    int row() {
      return up(inputs, LANES);
    }

    int biasAt() {
      return at + padded * row();
    }

    int gammaAt() {
      return biasAt() + padded;
    }

    int betaAt() {
      return gammaAt() + padded;
    }
  }

  private final Architecture architecture;
  private final List<Hidden> hidden;
  private final int classes;
  private final int lastAt;
  private final int lastFlatAt;

  /**
   * Reads an architecture.
   *
   * @throws IllegalArgumentException if it is not of the family; the message says which layer
   */
  FusedLayout(Architecture architecture) {
    this.architecture = architecture;
    List<Architecture.Layer> layers = architecture.layers();
    List<Hidden> blocks = new ArrayList<>();
    int at = 0;
    int i = 0;
    while (i + 3 < layers.size()) {
      Architecture.Layer dense = layers.get(i);
      require(dense.spec() instanceof Dense, "a dense layer", i);
      require(layers.get(i + 1).spec() instanceof BatchNorm, "batch normalisation", i + 1);
      require(layers.get(i + 2).spec() instanceof Relu, "ReLU", i + 2);
      Hidden block =
          new Hidden(
              dense.input().size(),
              dense.output().size(),
              up(dense.output().size(), LANES),
              at,
              dense.offset(),
              layers.get(i + 1).runningOffset(),
              (BatchNorm) layers.get(i + 1).spec());
      blocks.add(block);
      at = block.betaAt() + block.padded();
      i += 3;
    }
    require(
        !blocks.isEmpty() && i == layers.size() - 1 && layers.get(i).spec() instanceof Dense,
        blocks.isEmpty() ? "a dense layer, batch normalisation and ReLU first" : "a dense layer",
        i);
    hidden = List.copyOf(blocks);
    classes = architecture.output().size();
    lastAt = at;
    lastFlatAt = layers.get(i).offset();
  }

  private void require(boolean holds, String what, int layer) {
    if (!holds) {
      throw new IllegalArgumentException(
          "The fused trainer takes blocks of dense layer, batch normalisation and ReLU with a dense"
              + " layer behind them, but layer "
              + layer
              + " of "
              + architecture.name()
              + " is not "
              + what
              + ": train it with Sgd.");
    }
  }

  static int up(int n, int multiple) {
    return (n + multiple - 1) / multiple * multiple;
  }

  Architecture architecture() {
    return architecture;
  }

  List<Hidden> hidden() {
    return hidden;
  }

  /** The last block. */
  Hidden top() {
    return hidden.get(hidden.size() - 1);
  }

  int classes() {
    return classes;
  }

  /** Outputs padded for the way back. */
  int backClasses() {
    return up(classes, CLASSES);
  }

  /** Outputs padded for the way forth. */
  int forthClasses() {
    return up(classes, LANES);
  }

  /** Where the last layer's weights begin. */
  int lastAt() {
    return lastAt;
  }

  int lastBiasAt() {
    return lastAt + backClasses() * top().padded();
  }

  /** Length of the padded array. */
  int length() {
    return lastBiasAt() + forthClasses();
  }

  /** Puts a flat vector in its padded places. */
  void spread(float[] flat, float[] padded) {
    copy(flat, padded, true);
  }

  /** Takes a flat vector out of its padded places. */
  void collect(float[] padded, float[] flat) {
    copy(flat, padded, false);
  }

  private void copy(float[] flat, float[] padded, boolean spread) {
    for (Hidden h : hidden) {
      int end = h.flatAt + h.width * h.inputs;
      for (int i = 0; i < h.width; i++) {
        row(flat, h.flatAt + i * h.inputs, padded, h.at + i * h.row(), h.inputs, spread);
      }
      row(flat, end, padded, h.biasAt(), h.width, spread);
      row(flat, end + h.width, padded, h.gammaAt(), h.width, spread);
      row(flat, end + 2 * h.width, padded, h.betaAt(), h.width, spread);
    }
    Hidden top = top();
    for (int c = 0; c < classes; c++) {
      int from = lastFlatAt + c * top.width;
      row(flat, from, padded, lastAt + c * top.padded, top.width, spread);
    }
    row(flat, lastFlatAt + classes * top.width, padded, lastBiasAt(), classes, spread);
  }

  private static void row(float[] flat, int flatAt, float[] padded, int at, int n, boolean spread) {
    if (spread) {
      System.arraycopy(flat, flatAt, padded, at, n);
    } else {
      System.arraycopy(padded, at, flat, flatAt, n);
    }
  }
}
