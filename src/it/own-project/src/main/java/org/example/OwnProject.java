package org.example;

import eddy.data.Images;
import eddy.diffusion.DiffusionMatrix;
import eddy.diffusion.PerExampleGradients;
import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.fields.Field;
import eddy.fields.MatrixField;
import eddy.nets.dl4j.Dl4j;
import eddy.nets.dl4j.Dl4jModel;
import eddy.potential.FokkerPlanck;
import eddy.potential.Grid;
import eddy.potential.StationaryState;
import eddy.run.Progress;
import eddy.spectral.Circulation;
import eddy.spectral.CirculationResult;
import eddy.spectral.CirculationSettings;
import eddy.spectral.ReversibleNull;
import eddy.spectral.Series;
import eddy.study.own.EquivalentRuns;
import eddy.study.own.GradientMoments;
import eddy.study.own.LargestCurvature;
import eddy.study.own.OwnNetwork;
import eddy.study.own.Temperature;
import eddy.trajectory.Sampling;
import java.nio.file.Path;

/** Eddy on a model, a drift and a trajectory of one's own. */
final class OwnProject {
  private OwnProject() {}

  /** The eigenvalues of D, the covariance of the per-example gradients of a DL4J model. */
  static Spectrum noise(Path savedModel, Images images) {
    Dl4jModel model = Dl4j.load(savedModel);
    var gradients =
        new PerExampleGradients(
            model.architecture(), model.loss(), model.parameters(), model.running(), images);
    var d = DiffusionMatrix.exact(gradients, Precision.FLOAT64, Progress.NONE);
    return d.spectrum(savedModel + ", " + images);
  }

  /** Where dx = -grad f dt + sqrt(2 D/beta) dW settles: its density, potential and current. */
  static StationaryState steadyState(double beta) {
    Field field =
        Field.ofGradient(
            (x, gradF) -> {
              gradF[0] = x[0] * x[0] * x[0] - x[0];
              gradF[1] = 1.5 * x[1];
            },
            MatrixField.constant(new double[] {1, .6}, new double[] {.6, .5}));
    return FokkerPlanck.stationary(field, beta, Grid.square(2.4, 200));
  }

  /** Runs as hot as eta = 0.1, b = 32, momentum 0.9 (Remark 15), for the examples in a table. */
  static EquivalentRuns equivalents(Path savedModel, Path csv) {
    OwnNetwork network = OwnNetwork.load(savedModel);
    Images images = network.examples().csv(csv, "label"); // or .npy, or a DataSetIterator
    var moments = GradientMoments.of(network.gradients(images), Progress.NONE);
    var own = new Temperature(0.1, 32, 0.9, images.count(), Sampling.RESHUFFLED);
    double k = LargestCurvature.of(network, images, 32, 512, Progress.NONE).value();
    return EquivalentRuns.of(own, moments.all().trace() / network.dimension(), k);
  }

  /** Whether the two leading components of a trajectory, one row a snapshot, circulate. */
  static CirculationResult circulation(Path npy) {
    var settings = CirculationSettings.of(ReversibleNull.SPECTRUM);
    return Circulation.test(Series.open(npy), 2, 0, settings, Progress.NONE);
  }
}
