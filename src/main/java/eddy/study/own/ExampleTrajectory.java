package eddy.study.own;

import eddy.data.Images;
import eddy.nets.Architectures;
import eddy.run.Progress;
import eddy.trajectory.FullGradients;
import eddy.trajectory.LearningRate;
import eddy.trajectory.LongRun;
import eddy.trajectory.Momentum;
import eddy.trajectory.Sampling;
import eddy.trajectory.SgdSettings;
import java.nio.file.Path;

/**
 * The trajectory of tiny-fc, in place of a user's: after a burn-in at learning rate 0.1 a snapshot
 * each epoch at 10⁻³, heavy ball 0.9, batches of 128 drawn with replacement.
 *
 * @param burnIn epochs before the rate falls, at least 1; they are in the file too
 * @param epochs after that
 * @param seed of initialisation and batches
 */
public record ExampleTrajectory(int burnIn, int epochs, long seed) {

  /**
   * The file: the user's, or the example, which is made or gone on with.
   *
   * @param files where the user's is, if there is one
   * @param images 7 x 7, of the example
   * @param runs folder of the example
   * @param progress hears epochs
   * @throws eddy.run.ComputationInterrupted if the thread is interrupted; the same call goes on
   */
  public Path file(OwnFiles files, Images images, Path runs, Progress progress) {
    if (files.ownTrajectory()) {
      return files.trajectory();
    }
    SgdSettings settings =
        new SgdSettings(
            LearningRate.constant(0.1).then(burnIn, 1e-3),
            new Momentum.HeavyBall(0.9),
            128,
            Sampling.WITH_REPLACEMENT,
            0,
            seed,
            burnIn + epochs);
    return new LongRun(Architectures.tinyFc(images.classes()), images, settings)
        .fullGradients(FullGradients.none())
        .into(runs)
        .progress(progress)
        .run(seed)
        .get(0)
        .weightsFile();
  }
}
