package eddy.notebook;

import eddy.linalg.Blas;
import eddy.run.Machine;
import eddy.run.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Where a result comes from: sources, versions, seeds, data, time and machine.
 *
 * @param entries what and its value, in the order shown
 */
public record Provenance(Map<String, String> entries) {
  private static final double GIB = 1 << 30;

  private static final Map<String, String> LIBRARIES =
      Map.of(
          "XChart", "org.knowm.xchart/xchart",
          "Tablesaw", "tech.tablesaw/tablesaw-core",
          "Commons Math", "org.apache.commons/commons-math3",
          "ND4J", "org.nd4j/nd4j-api");

  /** Copies the entries. */
  public Provenance {
    entries = new LinkedHashMap<>(entries);
  }

  /**
   * The provenance of a run.
   *
   * @param settings where the repository is, and the scale
   * @param runs the folder of the checkpoints that the run may have gone on from
   * @param seeds the seeds used, in words; empty when there are none
   * @param data checksum by name of each data set used
   * @param nanos wall time since the lesson was opened
   */
  static Provenance of(
      RunSettings settings, Path runs, String seeds, Map<String, String> data, long nanos) {
    Machine machine = Machine.current();
    Map<String, String> entries = new LinkedHashMap<>();
    String source = source(settings.home());
    entries.put("source (SHA-256 of src/main)", source);
    Sources.below(runs)
        .forEach(
            (other, count) -> {
              if (!other.equals(source)) {
                entries.put(
                    "checkpoints by other sources: "
                        + (other.isEmpty()
                            ? "not noted"
                            : other.substring(0, Math.min(12, other.length()))),
                    Integer.toString(count));
              }
            });
    entries.put("Eddy", version("io.github.eddy-sgd/eddy"));
    LIBRARIES.keySet().stream()
        .sorted()
        .forEach(name -> entries.put(name, version(LIBRARIES.get(name))));
    entries.put(
        "BLAS", Blas.version() + ", " + Blas.threads() + " threads, kernels " + Blas.coreName());
    entries.put("Java", machine.java());
    entries.put("scale", settings.scale().toString());
    entries.put("seeds", seeds.isEmpty() ? "none: nothing here is random" : seeds);
    if (data.isEmpty()) {
      entries.put("data", "none");
    }
    data.forEach((name, checksum) -> entries.put("data: " + name, checksum));
    entries.put("wall time", ProgressLine.duration(nanos));
    entries.put(
        "machine",
        machine.processor()
            + ", "
            + machine.cores()
            + " cores, "
            + Math.round(machine.memory() / GIB)
            + " GiB, vectors of "
            + machine.vectorBits()
            + " bits");
    entries.put("system", machine.system());
    return new Provenance(entries);
  }

  /** The hash that the launcher gave, or wrote at the build. */
  static String source(Path home) {
    String told = System.getProperty("eddy.source", "");
    Path file = home.resolve("target").resolve("eddy-source.txt");
    try {
      if (told.isEmpty() && Files.exists(file)) {
        told = Files.readString(file).strip();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The source hash in " + file + " cannot be read.", e);
    }
    return told.isEmpty() ? "unknown: not started by ./eddy" : told;
  }

  /** The version that Maven wrote into the library's jar. */
  private static String version(String artifact) {
    String file = "/META-INF/maven/" + artifact + "/pom.properties";
    try (InputStream in = Provenance.class.getResourceAsStream(file)) {
      if (in == null) {
        return "unknown: not from a jar";
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The entries as a table of two columns. */
  public Table table() {
    return Table.create(
        StringColumn.create("provenance", entries.keySet()),
        StringColumn.create("value", entries.values()));
  }
}
