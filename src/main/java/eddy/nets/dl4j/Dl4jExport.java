package eddy.nets.dl4j;

import eddy.nets.Architecture;
import eddy.nets.LayerSpec;
import eddy.nets.Loss;
import eddy.nets.Shape;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.impl.LossL2;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * An architecture as a DL4J configuration. DL4J passes either images of rank 4 or rows of rank 2
 * from layer to layer; a preprocessor stands wherever the rank that a layer wants is not the one
 * that comes.
 */
final class Dl4jExport {
  private Dl4jExport() {}

  static MultiLayerConfiguration configuration(
      Architecture architecture, Loss loss, IUpdater updater) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(1).updater(updater).list();
    boolean image = false;
    boolean reshaped = false;
    for (Architecture.Layer layer : architecture.layers()) {
      Shape shape = layer.input();
      if (wantsImage(layer) && !image) {
        list.inputPreProcessor(layer.index(), toImage(shape));
        reshaped |= layer.index() > 0;
        image = true;
      } else if (layer.spec() instanceof LayerSpec.Dense
          && (image || layer.index() == 0 && shape.area() > 1)) {
        list.inputPreProcessor(layer.index(), toRow(shape));
        image = false;
      }
      list.layer(layer(layer));
    }
    int last = architecture.layers().size();
    if (image) {
      list.inputPreProcessor(last, toRow(architecture.output()));
    }
    list.layer(loss(loss, architecture.output().size()));
    MultiLayerConfiguration configuration = list.validateOutputLayerConfig(false).build();
    if (reshaped) {
      configuration.setInferenceWorkspaceMode(WorkspaceMode.NONE);
    }
    return configuration;
  }

  private static boolean wantsImage(Architecture.Layer layer) {
    LayerSpec spec = layer.spec();
    return spec instanceof LayerSpec.Conv2d
        || spec instanceof LayerSpec.MaxPool
        || spec instanceof LayerSpec.AvgPool
        || spec instanceof LayerSpec.BatchNorm && layer.input().area() > 1;
  }

  private static FeedForwardToCnnPreProcessor toImage(Shape shape) {
    return new FeedForwardToCnnPreProcessor(shape.height(), shape.width(), shape.channels());
  }

  private static CnnToFeedForwardPreProcessor toRow(Shape shape) {
    return new CnnToFeedForwardPreProcessor(shape.height(), shape.width(), shape.channels());
  }

  private static Layer layer(Architecture.Layer layer) {
    LayerSpec spec = layer.spec();
    int channels = layer.input().channels();
    if (spec instanceof LayerSpec.Dense dense) {
      return new DenseLayer.Builder()
          .nIn(layer.input().size())
          .nOut(dense.outputs())
          .activation(Activation.IDENTITY)
          .build();
    } else if (spec instanceof LayerSpec.Conv2d conv) {
      return new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
          .nIn(channels)
          .nOut(conv.outputs())
          .stride(conv.stride(), conv.stride())
          .padding(conv.padding(), conv.padding())
          .convolutionMode(ConvolutionMode.Truncate)
          .activation(Activation.IDENTITY)
          .build();
    } else if (spec instanceof LayerSpec.BatchNorm norm) {
      return new BatchNormalization.Builder()
          .nIn(channels)
          .nOut(channels)
          .eps(norm.epsilon())
          .decay(Dl4jImport.complement(norm.momentum()))
          .useLogStd(false)
          .build();
    } else if (spec instanceof LayerSpec.Relu) {
      return new ActivationLayer.Builder().activation(Activation.RELU).build();
    } else if (spec instanceof LayerSpec.MaxPool pool) {
      return pool(PoolingType.MAX, pool.size(), pool.stride());
    } else if (spec instanceof LayerSpec.AvgPool pool) {
      return pool(PoolingType.AVG, pool.size(), pool.stride());
    } else if (spec instanceof LayerSpec.Dropout dropout) {
      double kept = Dl4jImport.complement(dropout.rate());
      return kept == 1
          ? new ActivationLayer.Builder().activation(Activation.IDENTITY).build()
          : new DropoutLayer.Builder(kept).build();
    }
    throw new IllegalArgumentException("DL4J has no counterpart of " + spec + ".");
  }

  private static SubsamplingLayer pool(PoolingType type, int size, int stride) {
    return new SubsamplingLayer.Builder(type)
        .kernelSize(size, size)
        .stride(stride, stride)
        .convolutionMode(ConvolutionMode.Truncate)
        .build();
  }

  /** Eddy's squared error has a factor 1/2 that DL4J's L2 loss gets by weights. */
  private static LossLayer loss(Loss loss, int outputs) {
    if (loss instanceof Loss.SoftmaxCrossEntropy) {
      return new LossLayer.Builder(new LossMCXENT()).activation(Activation.SOFTMAX).build();
    }
    return new LossLayer.Builder(new LossL2(Nd4j.valueArrayOf(new long[] {1, outputs}, 0.5f)))
        .activation(Activation.IDENTITY)
        .build();
  }
}
