package eddy.nets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network without its numbers: a chain of layers, and where each layer's numbers lie in the flat
 * arrays. Immutable.
 */
public final class Architecture {

  /**
   * A layer in its place.
   *
   * @param index its position in the chain, from 0
   * @param spec what it is
   * @param input the shape that enters
   * @param output the shape that leaves
   * @param offset where its parameters begin in the flat vector
   * @param parameters how many they are
   * @param runningOffset where its running statistics begin in their array
   */
  public record Layer(
      int index,
      LayerSpec spec,
      Shape input,
      Shape output,
      int offset,
      int parameters,
      int runningOffset) {}

  private final String name;
  private final Shape input;
  private final List<Layer> layers;
  private final int parameterCount;
  private final int runningCount;

  private Architecture(String name, Shape input, List<LayerSpec> specs) {
    this.name = name;
    this.input = input;
    List<Layer> placed = new ArrayList<>();
    Shape shape = input;
    int offset = 0;
    int runningOffset = 0;
    for (int i = 0; i < specs.size(); i++) {
      LayerSpec spec = specs.get(i);
      Shape next = output(name, i, spec, shape);
      int parameters = spec.parameterCount(shape);
      placed.add(new Layer(i, spec, shape, next, offset, parameters, runningOffset));
      offset = Math.addExact(offset, parameters);
      runningOffset += spec.runningCount(shape);
      shape = next;
    }
    this.layers = List.copyOf(placed);
    this.parameterCount = offset;
    this.runningCount = runningOffset;
  }

  /**
   * A chain of layers.
   *
   * @param name a short name, used in messages and file names
   * @param input the shape of one example
   * @param layers front to back, at least one
   * @throws IllegalArgumentException if there is no layer, or one does not fit what enters it
   */
  public static Architecture of(String name, Shape input, List<LayerSpec> layers) {
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("The network " + name + " needs at least one layer.");
    }
    return new Architecture(name, input, layers);
  }

  /** As {@link #of(String, Shape, List)}. */
  public static Architecture of(String name, Shape input, LayerSpec... layers) {
    return of(name, input, Arrays.asList(layers));
  }

  private static Shape output(String name, int index, LayerSpec spec, Shape shape) {
    try {
      return spec.output(shape);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Layer " + index + " of " + name + " does not fit: " + e.getMessage(), e);
    }
  }

  /** The short name. */
  public String name() {
    return name;
  }

  /** The shape of one example. */
  public Shape input() {
    return input;
  }

  /** The shape of one example's outputs; for a classifier one number a class. */
  public Shape output() {
    return layers.get(layers.size() - 1).output();
  }

  /** The layers in their places, front to back. */
  public List<Layer> layers() {
    return layers;
  }

  /** d, the length of the flat parameter vector. */
  public int parameterCount() {
    return parameterCount;
  }

  /** The length of the array of running statistics; 0 without batch normalisation. */
  public int runningCount() {
    return runningCount;
  }

  /** Running statistics before any training: means 0, variances 1. */
  public float[] initialRunning() {
    float[] running = new float[runningCount];
    for (Layer layer : layers) {
      if (layer.spec() instanceof LayerSpec.BatchNorm) {
        int variance = layer.runningOffset() + layer.input().channels();
        Arrays.fill(running, variance, variance + layer.input().channels(), 1f);
      }
    }
    return running;
  }

  /** One line a layer: what it is, the shape that leaves it, its parameter count. */
  public String describe() {
    StringBuilder text = new StringBuilder(name + ": " + input + " in");
    for (Layer layer : layers) {
      text.append(System.lineSeparator())
          .append(layer.spec())
          .append(" -> ")
          .append(layer.output())
          .append(layer.parameters() == 0 ? "" : ", " + layer.parameters() + " parameters");
    }
    return text.append(System.lineSeparator())
        .append(parameterCount)
        .append(" parameters")
        .toString();
  }

  @Override
  public String toString() {
    return name + " (" + parameterCount + " parameters)";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Architecture that
        && name.equals(that.name)
        && input.equals(that.input)
        && layers.equals(that.layers);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + layers.hashCode();
  }
}
