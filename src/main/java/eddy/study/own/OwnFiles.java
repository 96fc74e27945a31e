package eddy.study.own;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that an analysis reads: those that the user names in the environment, and examples in
 * place of the others.
 *
 * @param model what DL4J's {@code ModelSerializer} saved; {@code EDDY_MODEL}
 * @param inputs [N, ...] in {@code .npy}; {@code EDDY_INPUTS}
 * @param labels [N] in {@code .npy}; {@code EDDY_LABELS}
 * @param trajectory a row a snapshot in {@code .npy}; {@code EDDY_TRAJECTORY}, null where that is
 *     not set
 * @param ownModel whether model, inputs and labels are the user's
 */
public record OwnFiles(Path model, Path inputs, Path labels, Path trajectory, boolean ownModel) {

  /** Whether the trajectory is the user's. */
  public boolean ownTrajectory() {
    return trajectory != null;
  }

  /**
   * The files of this process's environment.
   *
   * @param examples folder of the example files
   * @throws IllegalArgumentException with one sentence, as {@link #of}
   */
  public static OwnFiles in(Path examples) {
    return of(examples, System.getenv());
  }

  /**
   * The files of an environment.
   *
   * @param examples folder of the example files
   * @param environment the variables
   * @throws IllegalArgumentException with one sentence, if a model is named without its arrays or
   *     the other way round, or a file that is named is not there
   */
  public static OwnFiles of(Path examples, Map<String, String> environment) {
    Path model = named(environment, "EDDY_MODEL");
    Path inputs = named(environment, "EDDY_INPUTS");
    Path labels = named(environment, "EDDY_LABELS");
    Path trajectory = named(environment, "EDDY_TRAJECTORY");
    boolean some = model != null || inputs != null || labels != null;
    if (some && (model == null || inputs == null || labels == null)) {
      throw new IllegalArgumentException(
          "A model needs the examples it was trained on: set EDDY_MODEL, EDDY_INPUTS and"
              + " EDDY_LABELS together.");
    }
    return new OwnFiles(
        some ? model : examples.resolve("example-model.zip"),
        some ? inputs : examples.resolve("example-inputs.npy"),
        some ? labels : examples.resolve("example-labels.npy"),
        trajectory,
        some);
  }

  private static Path named(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      return null;
    }
    Path file = Path.of(value);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          variable + " names " + file + ", but there is no such file.");
    }
    return file;
  }
}
