package eddy.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run of a notebook is told from outside.
 *
 * @param scale from {@code EDDY_SCALE}
 * @param home the folder of the repository
 * @param out where figures and verdicts go: {@code EDDY_OUT}, else {@code <home>/reports}
 * @param runs where checkpoints and trajectories go: {@code EDDY_RUNS}, else {@code <home>/runs}
 * @param retrain whether networks are trained although their weights are tracked: {@code
 *     EDDY_RETRAIN} is set
 */
public record RunSettings(Scale scale, Path home, Path out, Path runs, boolean retrain) {

  /**
   * The settings of this process; home is {@code eddy.home}, else found above the folder it is in.
   */
  public static RunSettings current() {
    String home = System.getProperty("eddy.home");
    return of(System.getenv(), home == null ? above(Path.of("").toAbsolutePath()) : Path.of(home));
  }

  /**
   * Settings from an environment.
   *
   * @param environment the variables
   * @param home the folder of the repository
   * @throws IllegalArgumentException when EDDY_SCALE is neither quick nor paper
   */
  public static RunSettings of(Map<String, String> environment, Path home) {
    return new RunSettings(
        Scale.of(environment.get("EDDY_SCALE")),
        home,
        folder(environment.get("EDDY_OUT"), home, "reports"),
        folder(environment.get("EDDY_RUNS"), home, "runs"),
        !environment.getOrDefault("EDDY_RETRAIN", "").isBlank());
  }

  private static Path folder(String told, Path home, String otherwise) {
    return told == null || told.isBlank() ? home.resolve(otherwise) : home.resolve(told);
  }

  /** The nearest folder at or above {@code start} that holds Eddy's notebooks and pom.xml. */
  private static Path above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("pom.xml"))
          && Files.isDirectory(folder.resolve("notebooks"))) {
        return folder;
      }
    }
    return start;
  }
}
