package eddy.bench;

import eddy.data.Images;
import eddy.nets.Architecture;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.run.Npy;
import eddy.run.NpyArray;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.nio.file.Path;
import java.util.Arrays;

/** One network with parameters, running statistics and a stack of random images with labels. */
final class Subject {
  final Architecture architecture;
  final Loss loss = new Loss.SoftmaxCrossEntropy();
  final float[] w;
  final float[] running;
  final Images images;

  /**
   * @param count how many images
   */
  Subject(Architecture architecture, int count) {
    this.architecture = architecture;
    w = Initialisation.pytorch(architecture, 1);
    running = architecture.initialRunning();
    int classes = architecture.output().size();
    RandomStream random = new RandomStream(1, StreamName.DATA);
    float[] pixels = new float[Math.multiplyExact(count, architecture.input().size())];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextFloat();
    }
    int[] labels = new int[count];
    for (int k = 0; k < count; k++) {
      labels[k] = random.nextInt(classes);
    }
    images =
        new Images(
            pixels,
            labels,
            architecture.input().channels(),
            architecture.input().height(),
            architecture.input().width(),
            classes,
            "random",
            "");
    settle();
  }

  /** Running statistics that belong to these images, so that no activation explodes. */
  private void settle() {
    int b = Math.min(128, images.count());
    new Network(architecture, loss, b).refreshRunning(w, running, images.pixels(), b, b, null);
  }

  String name() {
    return architecture.name();
  }

  /** Writes what the Python peers need of the first {@code count} images. */
  void save(Path folder, int count) {
    int size = architecture.input().size();
    float[] pixels = Arrays.copyOf(images.pixels(), count * size);
    Npy.write(folder.resolve(name() + "-parameters.npy"), NpyArray.of(w, w.length));
    Npy.write(folder.resolve(name() + "-running.npy"), NpyArray.of(running, running.length));
    Npy.write(
        folder.resolve(name() + "-images.npy"),
        NpyArray.of(
            pixels,
            count,
            architecture.input().channels(),
            architecture.input().height(),
            architecture.input().width()));
    Npy.write(
        folder.resolve(name() + "-labels.npy"),
        NpyArray.of(Arrays.copyOf(images.labels(), count), count));
  }
}
