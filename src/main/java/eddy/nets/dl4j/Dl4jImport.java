package eddy.nets.dl4j;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution2D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;

/**
 * A DL4J configuration as an architecture: walks the layers with the shape of what flows between
 * them, and refuses by name what has no counterpart.
 */
final class Dl4jImport {
  private static final String KNOWN =
      "known are DenseLayer, OutputLayer, ConvolutionLayer, BatchNormalization, ActivationLayer,"
          + " SubsamplingLayer, GlobalPoolingLayer, DropoutLayer and LossLayer";

  private final List<LayerSpec> specs = new ArrayList<>();
  private final Shape input;
  private Shape shape;
  private boolean flattened;
  private Loss loss;
  private String where;

  private Dl4jImport(Shape input) {
    this.input = input;
    this.shape = input;
  }

  /**
   * @param input the shape of one example; null to take it from the configuration
   */
  static Dl4jImport of(MultiLayerConfiguration configuration, Shape input) {
    int count = configuration.getConfs().size();
    Shape start = input != null ? input : inputShape(configuration);
    Dl4jImport result = new Dl4jImport(start);
    for (int i = 0; i < count; i++) {
      Layer layer = configuration.getConf(i).getLayer();
      result.where = "Layer " + i + " of this DL4J model, " + article(layer);
      result.preprocess(configuration.getInputPreProcess(i));
      result.layer(layer, i == count - 1);
    }
    return result;
  }

  Architecture architecture() {
    return Architecture.of("DL4J model", input, specs);
  }

  Loss loss() {
    return loss;
  }

  /** 1 − x without the last digits' noise: 0.9 gives 0.1, not 0.09999999999999998. */
  static double complement(double x) {
    return Math.rint((1 - x) * 1e12) / 1e12;
  }

  private static String article(Layer layer) {
    String name = layer.getClass().getSimpleName();
    return ("AEIOU".indexOf(name.charAt(0)) >= 0 || name.startsWith("LSTM") ? "an " : "a ") + name;
  }

  private static Shape inputShape(MultiLayerConfiguration configuration) {
    InputPreProcessor first = configuration.getInputPreProcess(0);
    if (first instanceof FeedForwardToCnnPreProcessor to) {
      return shape(to.getNumChannels(), to.getInputHeight(), to.getInputWidth());
    } else if (first instanceof CnnToFeedForwardPreProcessor to) {
      return shape(to.getNumChannels(), to.getInputHeight(), to.getInputWidth());
    }
    Layer layer = configuration.getConf(0).getLayer();
    if (layer instanceof DenseLayer || layer instanceof OutputLayer) {
      return Shape.vector((int) ((FeedForwardLayer) layer).getNIn());
    }
    throw new IllegalArgumentException(
        "This DL4J model does not say how large its images are; give their shape as well, for"
            + " example new Shape(1, 28, 28) for channels, height, width.");
  }

  private static Shape shape(long channels, long height, long width) {
    return new Shape((int) channels, (int) height, (int) width);
  }

  private IllegalArgumentException refuse(String why) {
    return new IllegalArgumentException(where + ", " + why + ".");
  }

  private void add(LayerSpec spec) {
    specs.add(spec);
    try {
      shape = spec.output(shape);
    } catch (IllegalArgumentException e) {
      throw refuse("does not fit: " + e.getMessage().replaceAll("\\.$", ""));
    }
    flattened &= !(spec instanceof LayerSpec.Dense);
  }

  private void preprocess(InputPreProcessor step) {
    if (step instanceof CnnToFeedForwardPreProcessor row && row.getFormat() == CNN2DFormat.NCHW) {
      flattened = shape.area() > 1;
    } else if (step instanceof FeedForwardToCnnPreProcessor image) {
      Shape to = shape(image.getNumChannels(), image.getInputHeight(), image.getInputWidth());
      if (!to.equals(shape)) {
        throw refuse("reshapes " + shape + " to " + to + ", which Eddy's networks do not do");
      }
      flattened = false;
    } else if (step != null) {
      throw refuse(
          "has a " + step.getClass().getSimpleName() + " in front, which Eddy does not have");
    }
  }

  private void layer(Layer layer, boolean last) {
    Class<?> type = layer.getClass();
    if (layer instanceof BaseLayer base && base.getWeightNoise() != null) {
      throw refuse("has weight noise, which Eddy does not have");
    }
    if (type == DenseLayer.class || type == OutputLayer.class) {
      dropout(layer);
      dense((FeedForwardLayer) layer);
    } else if (type == ConvolutionLayer.class || type == Convolution2D.class) {
      dropout(layer);
      convolution((ConvolutionLayer) layer);
    } else if (type == BatchNormalization.class) {
      batchNorm((BatchNormalization) layer);
    } else if (type == ActivationLayer.class) {
      activation(((ActivationLayer) layer).getActivationFn());
    } else if (type == SubsamplingLayer.class) {
      pool((SubsamplingLayer) layer);
    } else if (type == GlobalPoolingLayer.class) {
      globalPool((GlobalPoolingLayer) layer);
    } else if (type == DropoutLayer.class) {
      dropout(layer);
    } else if (type != LossLayer.class) {
      throw refuse("has no counterpart in Eddy; " + KNOWN);
    }
    if (last) {
      loss = Dl4jLoss.of(layer, shape.size(), this::refuse);
    } else if (type == OutputLayer.class || type == LossLayer.class) {
      throw refuse("must be the last one");
    }
  }

  /** DL4J applies a layer's own dropout, written as the fraction kept, to what enters the layer. */
  private void dropout(Layer layer) {
    if (layer.getIDropout() == null) {
      return;
    }
    if (layer.getIDropout().getClass() != Dropout.class
        || ((Dropout) layer.getIDropout()).getPSchedule() != null) {
      throw refuse("has another dropout than the plain one at a constant rate");
    }
    double rate = complement(((Dropout) layer.getIDropout()).getP());
    if (rate > 0) {
      add(new LayerSpec.Dropout(rate));
    }
  }

  private void dense(FeedForwardLayer layer) {
    boolean bias =
        layer instanceof DenseLayer dense ? dense.hasBias() : ((OutputLayer) layer).hasBias();
    if (!bias || layer instanceof DenseLayer dense && dense.hasLayerNorm()) {
      throw refuse(
          bias
              ? "has layer normalisation, which Eddy does not have"
              : "has no bias, but Eddy's always do");
    }
    if (layer.getNIn() != shape.size()) {
      throw refuse("takes " + layer.getNIn() + " numbers, but " + shape + " arrive");
    }
    add(new LayerSpec.Dense((int) layer.getNOut()));
    if (layer instanceof DenseLayer) {
      activation(layer.getActivationFn());
    }
  }

  private void convolution(ConvolutionLayer layer) {
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    window(layer.getKernelSize(), layer.getStride(), layer.getDilation());
    if (!layer.hasBias()) {
      throw refuse("has no bias, but Eddy's always do");
    }
    nchw(layer.getCnn2dDataFormat());
    int kernel = layer.getKernelSize()[0];
    int stride = layer.getStride()[0];
    int padding = same ? samePadding(kernel, stride) : square("padding", layer.getPadding());
    add(new LayerSpec.Conv2d((int) layer.getNOut(), kernel, stride, padding));
    activation(layer.getActivationFn());
  }

  /** The padding on each side in mode Same, which must be as large right and below as before. */
  private int samePadding(int kernel, int stride) {
    int height = Math.max(0, (shape.height() - 1) / stride * stride + kernel - shape.height());
    int width = Math.max(0, (shape.width() - 1) / stride * stride + kernel - shape.width());
    if (height != width || height % 2 == 1) {
      throw refuse("has mode Same with padding that differs between the sides of the image");
    }
    return height / 2;
  }

  private void batchNorm(BatchNormalization layer) {
    if (layer.isLockGammaBeta()) {
      throw refuse("has locked gamma and beta; in Eddy they are parameters");
    }
    if (flattened) {
      throw refuse("normalises flattened pixels one by one; Eddy normalises an image by channel");
    }
    add(new LayerSpec.BatchNorm(layer.getEps(), complement(layer.getDecay())));
  }

  private void activation(IActivation function) {
    if (function.getClass() == ActivationReLU.class) {
      add(new LayerSpec.Relu());
    } else if (function.getClass() != ActivationIdentity.class) {
      throw refuse("has activation " + function + "; known are relu and identity");
    }
  }

  private void pool(SubsamplingLayer layer) {
    nchw(layer.getCnn2dDataFormat());
    window(layer.getKernelSize(), layer.getStride(), layer.getDilation());
    int size = layer.getKernelSize()[0];
    int stride = layer.getStride()[0];
    boolean same = layer.getConvolutionMode() == ConvolutionMode.Same;
    if ((same ? samePadding(size, stride) : square("padding", layer.getPadding())) != 0) {
      throw refuse("pads its images, which Eddy's pooling does not");
    }
    pooled(layer.getPoolingType(), size, stride);
  }

  private void globalPool(GlobalPoolingLayer layer) {
    if (shape.height() != shape.width() || !layer.isCollapseDimensions()) {
      throw refuse("pools an image of shape " + shape + "; Eddy's windows are square");
    }
    pooled(layer.getPoolingType(), shape.height(), shape.height());
  }

  private void pooled(PoolingType type, int size, int stride) {
    if (type != PoolingType.MAX && type != PoolingType.AVG) {
      throw refuse("pools by " + type + "; known are MAX and AVG");
    }
    add(
        type == PoolingType.MAX
            ? new LayerSpec.MaxPool(size, stride)
            : new LayerSpec.AvgPool(size, stride));
  }

  private void nchw(CNN2DFormat format) {
    if (format != CNN2DFormat.NCHW) {
      throw refuse("stores images as NHWC; Eddy stores NCHW");
    }
  }

  private void window(int[] kernel, int[] stride, int[] dilation) {
    square("kernel", kernel);
    square("stride", stride);
    if (square("dilation", dilation) != 1) {
      throw refuse("has a dilated kernel, which Eddy does not have");
    }
  }

  private int square(String what, int[] sides) {
    if (sides[0] != sides[1]) {
      throw refuse(
          "has " + what + " " + Arrays.toString(sides) + "; Eddy's are the same both ways");
    }
    return sides[0];
  }
}
