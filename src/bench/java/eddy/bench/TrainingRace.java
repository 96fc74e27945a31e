package eddy.bench;

import eddy.nets.Network;
import eddy.nets.dl4j.Dl4j;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;

/** One training step at batch 128 with momentum 0.9, no dropout: Eddy, DL4J, PyTorch. */
final class TrainingRace {
  private static final int BATCH = 128;
  private static final float RATE = 1e-4f;
  private static final float MOMENTUM = 0.9f;

  private TrainingRace() {}

  static void run(Plan plan, Peers peers, Path folder, Subject subject, int steps) {
    subject.save(folder, BATCH);
    Runnable ours = ours(plan, subject, steps);
    Runnable dl4j = dl4j(subject, steps);
    Warmup.run(ours);
    Warmup.run(dl4j);
    Contender pytorch =
        new Contender(
            "PyTorch (SGD with momentum)",
            () ->
                peers.seconds(
                    "case",
                    "train",
                    "network",
                    subject.name(),
                    "folder",
                    folder,
                    "threads",
                    plan.threads(),
                    "steps",
                    steps,
                    "batch",
                    BATCH));
    Race.run(
        "training step, " + subject.name() + ", batch " + BATCH + " (" + steps + " steps a run)",
        steps,
        1,
        plan.rounds(),
        List.of(
            Contender.here("Eddy (heavy ball)", ours),
            pytorch,
            Contender.here("DL4J (fit, Nesterovs)", dl4j)));
  }

  private static Runnable ours(Plan plan, Subject subject, int steps) {
    Network network = new Network(subject.architecture, subject.loss, BATCH, plan.threads());
    float[] w = subject.w.clone();
    float[] running = subject.running.clone();
    float[] gradient = new float[w.length];
    float[] velocity = new float[w.length];
    int[] index = IntStream.range(0, BATCH).toArray();
    return () -> {
      for (int step = 0; step < steps; step++) {
        network.trainGradient(
            w,
            running,
            subject.images.pixels(),
            subject.images.labels(),
            index,
            0,
            BATCH,
            gradient,
            null);
        for (int i = 0; i < w.length; i++) {
          velocity[i] = MOMENTUM * velocity[i] + gradient[i];
          w[i] -= RATE * velocity[i];
        }
      }
    };
  }

  private static Runnable dl4j(Subject subject, int steps) {
    MultiLayerNetwork model =
        Dl4j.toDl4j(
            subject.architecture,
            subject.loss,
            subject.w,
            subject.running,
            new Nesterovs(RATE, MOMENTUM));
    int size = subject.architecture.input().size();
    float[] pixels = Arrays.copyOf(subject.images.pixels(), BATCH * size);
    INDArray x = Nd4j.create(pixels, new int[] {BATCH, size}, 'c');
    INDArray y = Nd4j.zeros(BATCH, subject.images.classes());
    for (int k = 0; k < BATCH; k++) {
      y.putScalar(k, subject.images.labels()[k], 1);
    }
    return () -> {
      for (int step = 0; step < steps; step++) {
        model.fit(x, y);
      }
    };
  }
}
