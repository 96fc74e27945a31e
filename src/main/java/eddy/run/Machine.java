package eddy.run;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The machine a result was computed on, for its provenance.
 *
 * @param processor name of the processor, or of its architecture where the system does not tell
 * @param cores logical processors that this JVM may use
 * @param memory bytes of physical memory that this JVM may see
 * @param heap largest size of the Java heap, bytes
 * @param java name and version of the JVM
 * @param system name, version and architecture of the operating system
 * @param vectorBits bits of the widest vector register that the Vector API uses; 0 without the
 *     module {@code jdk.incubator.vector}
 */
public record Machine(
    String processor,
    int cores,
    long memory,
    long heap,
    String java,
    String system,
    int vectorBits) {

  /** The machine that runs this. */
  public static Machine current() {
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        physicalMemory(),
        Runtime.getRuntime().maxMemory(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        hasVectorApi() ? VectorWidth.bits() : 0);
  }

  /** Whether the Vector API can be used here; without it the plain paths run. */
  public static boolean hasVectorApi() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  private static long physicalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  private static String processorName() {
    Path cpuinfo = Path.of("/proc/cpuinfo");
    if (Files.isReadable(cpuinfo)) {
      try (Stream<String> lines = Files.lines(cpuinfo, StandardCharsets.ISO_8859_1)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseGet(() -> System.getProperty("os.arch"));
      } catch (java.io.IOException | java.io.UncheckedIOException unreadable) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }

  /** Loaded only where the module is there. */
  private static final class VectorWidth {
    static int bits() {
      return jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.vectorBitSize();
    }
  }
}
