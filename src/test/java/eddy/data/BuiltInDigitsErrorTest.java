package eddy.data;

import static org.assertj.core.api.Assertions.assertThat;

import eddy.nets.Architecture;
import eddy.nets.Architectures;
import eddy.nets.Initialisation;
import eddy.nets.Loss;
import eddy.nets.Network;
import eddy.trajectory.LearningRate;
import eddy.trajectory.Momentum;
import eddy.trajectory.NetworkGradient;
import eddy.trajectory.Sampling;
import eddy.trajectory.Sgd;
import eddy.trajectory.SgdSettings;
import eddy.trajectory.Snapshot;
import org.junit.jupiter.api.Test;

/** The built-in digits are as hard as MNIST: small-fc learns them, and not without errors. */
class BuiltInDigitsErrorTest {
  @Test
  void smallFcMakesBetweenOneAndFivePercentErrors() {
    Images train = HalfMnist.printed(BuiltInDigits.generate(10_000, 1));
    Images test = HalfMnist.printed(BuiltInDigits.generateTest(4_000, 1));
    Architecture architecture = Architectures.smallFc();
    Loss loss = new Loss.SoftmaxCrossEntropy();
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.1).then(10, 0.01),
            new Momentum.HeavyBall(0.9),
            128,
            Sampling.RESHUFFLED,
            0,
            1,
            15);
    Snapshot end =
        new Sgd(new NetworkGradient(architecture, loss, train, 128), settings)
            .run(
                new Snapshot(
                    0, Initialisation.pytorch(architecture, 1), architecture.initialRunning()))
            .last();
    double error =
        new Network(architecture, loss, 128)
            .evaluate(end.weights(), end.running(), test.pixels(), test.labels())
            .error();
    assertThat(error).isBetween(0.01, 0.05);
  }
}
