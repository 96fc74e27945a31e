package eddy.bench;

import eddy.nets.Architectures;
import eddy.nets.dl4j.Dl4j;
import eddy.trajectory.FullyConnectedTrainer;
import eddy.trajectory.LearningRate;
import eddy.trajectory.Momentum;
import eddy.trajectory.Sampling;
import eddy.trajectory.SgdSettings;
import eddy.trajectory.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * The training step of the paper's long trajectories, tiny-fc at batch 128 with heavy ball 0.9 on
 * one core: Eddy's fused trainer and the same in C, which both draw and gather each batch from
 * 30,596 images; NumPy, PyTorch and DL4J, which take the same 128 images again and again.
 */
final class TrainerRace {
  private static final int EXAMPLES = 30_596;
  private static final int BATCH = 128;
  private static final int STEPS_PER_EPOCH = 239;
  private static final double RATE = 0.001;
  private static final double MOMENTUM = 0.9;
  private static final int COMPARED = 1000;
  private static final SgdSettings SETTINGS =
      new SgdSettings(
          LearningRate.constant(RATE),
          new Momentum.HeavyBall(MOMENTUM),
          BATCH,
          Sampling.WITH_REPLACEMENT,
          0,
          1,
          1);

  private TrainerRace() {}

  static void run(Plan plan, Peers peers, Path folder) {
    Subject subject = new Subject(Architectures.tinyFc(5), EXAMPLES);
    subject.save(folder, EXAMPLES);
    List<Contender> all = new ArrayList<>();
    FullyConnectedTrainer best =
        new FullyConnectedTrainer(subject.architecture, subject.images, SETTINGS, STEPS_PER_EPOCH);
    FullyConnectedTrainer plain =
        FullyConnectedTrainer.inPlainJava(
            subject.architecture, subject.images, SETTINGS, STEPS_PER_EPOCH);
    all.add(ours("Eddy, " + best.arithmetic(), best, subject, 50_000));
    all.add(ours("Eddy, plain Java", plain, subject, 2000));
    try {
      NativeTrainer c = new NativeTrainer(Path.of("src/bench/c/tiny_fc.c"), folder);
      all.add(
          new Contender(
              "C, gcc -O3 -march=native",
              () -> c.seconds(50_000, STEPS_PER_EPOCH, 1, RATE, MOMENTUM) / 50_000));
      compare(subject, c);
    } catch (IllegalStateException e) {
      System.out.printf("%n  C: not run: %s%n", e.getMessage());
    }
    for (String library : new String[] {"numpy", "pytorch"}) {
      all.add(new Contender(library, () -> python(peers, folder, subject, library, 200)));
    }
    all.add(perStep("DL4J (fit, Nesterovs)", 20, dl4j(subject)));
    Race.run("fused training step, tiny-fc, batch 128, one core", 1, 1, plan.rounds(), all);
  }

  private static Contender ours(
      String name, FullyConnectedTrainer trainer, Subject subject, int steps) {
    trainer.start(new Snapshot(0, subject.w, subject.running));
    return perStep(
        name,
        steps,
        count -> {
          for (int i = 0; i < count; i++) {
            trainer.step();
          }
        });
  }

  private static Contender perStep(String name, int steps, IntConsumer work) {
    Warmup.run(() -> work.accept(steps));
    Contender run = Contender.here(name, () -> work.accept(steps));
    return new Contender(name, () -> run.seconds().getAsDouble() / steps);
  }

  private static double python(
      Peers peers, Path folder, Subject subject, String library, int steps) {
    return peers.seconds(
            "case",
            library.equals("numpy") ? "train-numpy" : "train",
            "network",
            subject.name(),
            "folder",
            folder,
            "threads",
            1,
            "steps",
            steps,
            "batch",
            BATCH)
        / steps;
  }

  private static IntConsumer dl4j(Subject subject) {
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
    return steps -> {
      for (int step = 0; step < steps; step++) {
        model.fit(x, y);
      }
    };
  }

  private static void compare(Subject subject, NativeTrainer c) {
    c.seconds(COMPARED, STEPS_PER_EPOCH, 1, RATE, MOMENTUM);
    float[] theirs = c.weights();
    FullyConnectedTrainer trainer =
        new FullyConnectedTrainer(subject.architecture, subject.images, SETTINGS, STEPS_PER_EPOCH);
    trainer.start(new Snapshot(0, subject.w, subject.running));
    for (int step = 0; step < COMPARED; step++) {
      trainer.step();
    }
    float[] ours = trainer.weights();
    double farthest = 0;
    for (int i = 0; i < ours.length; i++) {
      farthest = Math.max(farthest, Math.abs(ours[i] - theirs[i]));
    }
    System.out.printf("%n  Eddy and C after %d steps: %.1e apart%n", COMPARED, farthest);
  }
}
