package eddy.nets;

import eddy.nets.LayerSpec.AvgPool;
import eddy.nets.LayerSpec.BatchNorm;
import eddy.nets.LayerSpec.Conv2d;
import eddy.nets.LayerSpec.Dense;
import eddy.nets.LayerSpec.Dropout;
import eddy.nets.LayerSpec.MaxPool;
import eddy.nets.LayerSpec.Relu;

/**
 * The kernels of a network in their order, and the arrays between them: what leaves each layer, and
 * two arrays that the gradients by these take in turn on the way back.
 */
final class Chain {
  private final LayerKernel[] kernels;
  private final float[] input;
  private final int inputs;

  /** {@code gradient[i]} is the one that enters layer i from behind when i + 1 is done. */
  private final float[][] gradient;

  private final int gradientStride;
  private final int scratch;

  /** The first layer with parameters: nothing before it needs a gradient. */
  private final int first;

  Chain(Architecture architecture, Lanes lanes, int slots, int threads) {
    inputs = architecture.input().size();
    input = blocks(slots, inputs);
    kernels = new LayerKernel[architecture.layers().size()];
    scratch = most(architecture) * Lanes.COUNT;
    float[][] gradients = new float[threads][scratch];
    float[] x = input;
    int drawn = 0;
    for (Architecture.Layer layer : architecture.layers()) {
      LayerKernel kernel = kernel(lanes, layer, x, slots, gradients, drawn);
      kernels[layer.index()] = kernel;
      drawn += layer.spec() instanceof Dropout ? kernel.outputs : 0;
      x = kernel.output;
    }
    int widest = inputs;
    int trainable = kernels.length;
    for (LayerKernel kernel : kernels) {
      widest = Math.max(widest, kernel.outputs);
      if (kernel.layer.parameters() > 0) {
        trainable = Math.min(trainable, kernel.layer.index());
      }
    }
    first = trainable;
    gradientStride = widest * Lanes.COUNT;
    gradient = gradients(blocks(slots, widest), blocks(slots, widest));
  }

  private float[][] gradients(float[] one, float[] other) {
    float[][] arrays = new float[kernels.length + 1][];
    arrays[kernels.length] = one;
    for (int i = kernels.length - 1; i >= 0; i--) {
      float[] behind = arrays[i + 1];
      float[] fresh = behind == one ? other : one;
      arrays[i] = kernels[i].inPlace() ? behind : fresh;
    }
    return arrays;
  }

  private static float[] blocks(int slots, int size) {
    return new float[Math.multiplyExact(Math.multiplyExact(slots, size), Lanes.COUNT)];
  }

  private static int most(Architecture architecture) {
    int most = 1;
    for (Architecture.Layer layer : architecture.layers()) {
      most = Math.max(most, layer.parameters());
    }
    return most;
  }

  private static LayerKernel kernel(
      Lanes lanes, Architecture.Layer layer, float[] x, int slots, float[][] scratch, int drawn) {
    LayerSpec spec = layer.spec();
    int outputs = layer.output().size();
    if (spec instanceof Dense) {
      return new DenseKernel(lanes, layer, x, blocks(slots, outputs), scratch);
    } else if (spec instanceof Conv2d) {
      return new ConvolutionKernel(lanes, layer, x, blocks(slots, outputs), scratch);
    } else if (spec instanceof BatchNorm) {
      return new BatchNormKernel(lanes, layer, x, blocks(slots, outputs), slots, scratch);
    } else if (spec instanceof Relu) {
      return new ReluKernel(lanes, layer, x);
    } else if (spec instanceof MaxPool) {
      float[] y = blocks(slots, outputs);
      return new MaxPoolKernel(lanes, layer, x, y, blocks(slots, outputs));
    } else if (spec instanceof AvgPool) {
      return new AvgPoolKernel(lanes, layer, x, blocks(slots, outputs));
    } else if (spec instanceof Dropout) {
      return new DropoutKernel(lanes, layer, x, blocks(slots, outputs), drawn);
    }
    throw new IllegalArgumentException("There is no kernel for " + spec + ".");
  }

  /** Numbers in a block's gradient by the largest layer. */
  int scratch() {
    return scratch;
  }

  int length() {
    return kernels.length;
  }

  LayerKernel kernel(int i) {
    return kernels[i];
  }

  int first() {
    return first;
  }

  /** Numbers that dropout draws for each example. */
  int drawn() {
    int drawn = 0;
    for (LayerKernel kernel : kernels) {
      drawn += kernel instanceof DropoutKernel ? kernel.outputs : 0;
    }
    return drawn;
  }

  /** Puts a block of examples into a slot; the lanes behind the last example hold it too. */
  void load(Pass pass, int slot) {
    int[] from = new int[Lanes.COUNT];
    int begin = pass.firstOf(slot);
    int count = pass.inSlot(slot);
    for (int l = 0; l < Lanes.COUNT; l++) {
      from[l] = pass.examples.number(begin + Math.min(l, count - 1)) * inputs;
    }
    float[] x = pass.examples.x();
    int to = slot * inputs * Lanes.COUNT;
    for (int f = 0; f < inputs; f++) {
      for (int l = 0; l < Lanes.COUNT; l++) {
        input[to + f * Lanes.COUNT + l] = x[from[l] + f];
      }
    }
  }

  /** Copies the outputs of a slot's examples to {@code [example][output]}, from this block on. */
  void unload(int slot, int count, float[] out, int block) {
    int size = kernels[kernels.length - 1].outputs;
    for (int l = 0; l < count; l++) {
      for (int c = 0; c < size; c++) {
        out[(block * Lanes.COUNT + l) * size + c] = outputs()[(slot * size + c) * Lanes.COUNT + l];
      }
    }
  }

  /** Before a pass. */
  void prepare(Pass pass) {
    for (LayerKernel kernel : kernels) {
      kernel.prepare(pass);
    }
  }

  /** The outputs of all slots. */
  float[] outputs() {
    return kernels[kernels.length - 1].output;
  }

  /** Where the gradient by the outputs belongs. */
  float[] outputGradient() {
    return gradient[kernels.length];
  }

  int gradientAt(int slot) {
    return slot * gradientStride;
  }

  void gatherBack(int i, Pass pass, int slot, int thread) {
    kernels[i].gatherBack(pass, slot, thread, gradient[i + 1], gradientAt(slot));
  }

  void backward(int i, Pass pass, int slot, int thread) {
    float[] dx = i == first && !kernels[i].inPlace() ? null : gradient[i];
    int at = gradientAt(slot);
    kernels[i].backward(pass, slot, thread, gradient[i + 1], at, dx, at);
  }
}
