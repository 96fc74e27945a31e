package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.linalg.FloatMatrix;
import eddy.nets.reference.ReferenceNetwork;
import eddy.run.RandomStream;
import eddy.run.StreamName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every network against plain float64 loops. float32 carries 6e-8 a number; through sums of some
 * hundred terms and the divisions by a standard deviation 1e-5 of the largest entry is what it
 * should keep.
 */
class NetworkAgainstTwinTest {
  private static final double KEPT = 1e-5;
  private static final int N = 19;

  static List<Architecture> architectures() {
    return SmallBatch.architectures();
  }

  private static Network network(Architecture architecture, Loss loss) {
    return new Network(architecture, loss, N, 2, new Lanes());
  }

  private static void assertClose(float[] ours, double[] right) {
    double largest = Arrays.stream(right).map(Math::abs).max().orElse(0);
    assertThat(largest).isPositive();
    for (int i = 0; i < ours.length; i++) {
      assertThat((double) ours[i]).as("number %d", i).isCloseTo(right[i], within(KEPT * largest));
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void perExampleGradients(Architecture architecture) {
    SmallBatch batch = new SmallBatch(architecture, 3, 5);
    Loss loss = new Loss.SoftmaxCrossEntropy();
    double[] right =
        new ReferenceNetwork(architecture, loss)
            .perExampleGradients(
                ReferenceNetwork.widen(batch.w),
                ReferenceNetwork.widen(batch.running),
                ReferenceNetwork.widen(batch.x),
                batch.y,
                batch.n);
    int d = architecture.parameterCount();
    float[] row = new float[d];
    try (FloatMatrix rows = new FloatMatrix(batch.n, d)) {
      network(architecture, loss)
          .perExampleGradients(batch.w, batch.running, batch.x, batch.y, 0, batch.n, rows);
      for (int k = 0; k < batch.n; k++) {
        rows.row(k, row);
        assertClose(row, Arrays.copyOfRange(right, k * d, (k + 1) * d));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void trainingGradientLossStatisticsAndStream(Architecture architecture) {
    SmallBatch batch = new SmallBatch(architecture, N, 6);
    Loss loss = new Loss.SquaredError();
    double[] right = new double[architecture.parameterCount()];
    double[] rightRunning = ReferenceNetwork.widen(batch.running);
    RandomStream rightStream = new RandomStream(4, StreamName.DROPOUT);
    rightStream.nextInt();
    RandomStream stream = rightStream.copy();
    double rightLoss =
        new ReferenceNetwork(architecture, loss)
            .trainGradient(
                ReferenceNetwork.widen(batch.w),
                rightRunning,
                batch.orderedImages(),
                batch.orderedLabels(),
                N,
                right,
                rightStream);
    float[] ours = new float[right.length];
    double value =
        network(architecture, loss)
            .trainGradient(
                batch.w, batch.running, batch.x, batch.y, batch.order, 0, N, ours, stream);
    assertThat(value).isCloseTo(rightLoss, within(KEPT * rightLoss));
    assertClose(ours, right);
    if (architecture.runningCount() > 0) {
      assertClose(batch.running, rightRunning);
    }
    assertThat(stream.position()).isEqualTo(rightStream.position());
  }

  @ParameterizedTest
  @MethodSource("architectures")
  void outputsAndEvaluation(Architecture architecture) {
    SmallBatch batch = new SmallBatch(architecture, N, 7);
    Loss loss = new Loss.SoftmaxCrossEntropy();
    ReferenceNetwork twin = new ReferenceNetwork(architecture, loss);
    double[] w = ReferenceNetwork.widen(batch.w);
    double[] running = ReferenceNetwork.widen(batch.running);
    double[] x = ReferenceNetwork.widen(batch.x);
    int classes = architecture.output().size();
    double[] right = twin.outputs(w, running, x, N);
    float[] outputs = new float[N * classes];
    Network network = network(architecture, loss);
    network.outputs(batch.w, batch.running, batch.x, 0, N, outputs);
    assertClose(outputs, right);

    int mistakes = 0;
    for (int k = 0; k < N; k++) {
      int largest = 0;
      for (int c = 1; c < classes; c++) {
        largest = right[k * classes + c] > right[k * classes + largest] ? c : largest;
      }
      mistakes += largest == batch.y[k] ? 0 : 1;
    }
    Evaluation evaluation = network.evaluate(batch.w, batch.running, batch.x, batch.y);
    assertThat(evaluation.error()).isEqualTo((double) mistakes / N);
    assertThat(evaluation.loss()).isCloseTo(twin.loss(w, running, x, batch.y, N), within(KEPT));
  }
}
