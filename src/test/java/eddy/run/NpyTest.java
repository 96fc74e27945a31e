package eddy.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in the test resources were written by NumPy 2.4.6. */
class NpyTest {
  @TempDir Path folder;

  static Path fixture(String name) throws URISyntaxException {
    return Path.of(NpyTest.class.getResource(name + ".npy").toURI());
  }

  @Test
  void readsWhatNumpyWrote() throws Exception {
    NpyArray f4 = Npy.read(fixture("float32-2x3"));
    assertThat(f4.shape()).containsExactly(2, 3);
    assertThat(f4.floats()).containsExactly(1.5f, -2, 3, 0.1f, 1e-30f, Float.POSITIVE_INFINITY);
    assertThat(Npy.read(fixture("float64-4")).doubles())
        .containsExactly(Math.PI, -0.0, Double.MIN_VALUE, 1e308);
    assertThat(Npy.read(fixture("int32-2x1x2")).ints())
        .containsExactly(1, -2, 3, Integer.MAX_VALUE);
    NpyArray scalar = Npy.read(fixture("int64-scalar"));
    assertThat(scalar.shape()).isEmpty();
    assertThat(scalar.longs()).containsExactly(-(1L << 62));
    assertThat(Npy.read(fixture("uint8-0x3")).shape()).containsExactly(0, 3);
    byte[] bytes = Npy.read(fixture("uint8-256")).bytes();
    for (int i = 0; i < 256; i++) {
      assertThat(Byte.toUnsignedInt(bytes[i])).isEqualTo(i);
    }
    assertThat(Npy.read(fixture("version2")).ints()).containsExactly(0, 1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float32-2x3",
        "float64-4",
        "int32-2x1x2",
        "int64-scalar",
        "uint8-0x3",
        "uint8-256"
      })
  void writesTheBytesThatNumpyWrites(String name) throws Exception {
    Path copy = folder.resolve("copy.npy");
    Npy.write(copy, Npy.read(fixture(name)));
    assertThat(copy).hasSameBinaryContentAs(fixture(name));
  }

  @Test
  void arraysLongerThanTheBufferSurvive() {
    double[] data = new double[200_001];
    Arrays.setAll(data, i -> Math.sin(i));
    Path file = folder.resolve("long.npy");
    Npy.write(file, NpyArray.of(data));
    assertThat(Npy.read(file).doubles()).isEqualTo(data);
    assertThat(Npy.read(file).shape()).containsExactly(200_001);
  }

  @ParameterizedTest
  @CsvSource({
    "fortran, Fortran order",
    "big-endian, elements of type >f4",
    "complex, elements of type <c16"
  })
  void whatCannotBeReadIsNamed(String name, String message) throws Exception {
    Path file = fixture(name);
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> NpyRows.open(file)).hasMessageContaining(message);
  }

  @Test
  void damagedFilesAreNamed() throws Exception {
    byte[] good = Files.readAllBytes(fixture("float64-4"));
    assertDamaged(Arrays.copyOf(good, good.length - 1), "cut off");
    assertDamaged(Arrays.copyOf(good, 40), "ends within its .npy header");
    assertDamaged(Arrays.copyOf(good, 3), "ends within its .npy header");
    byte[] swapped = good.clone();
    swapped[1] = 'X';
    assertDamaged(swapped, "not a .npy file");
    byte[] version = good.clone();
    version[6] = 9;
    assertDamaged(version, "unknown version");
    byte[] header = good.clone();
    header[12] = '?';
    assertDamaged(header, "something else than a plain array");
    Path longer = folder.resolve("longer.npy");
    Files.write(longer, Arrays.copyOf(good, good.length + 1));
    assertThatThrownBy(() -> Npy.read(longer)).hasMessageContaining("more bytes");
    Path missing = folder.resolve("missing.npy");
    assertThatThrownBy(() -> Npy.read(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("There is no file " + missing + ".");
  }

  private void assertDamaged(byte[] content, String message) throws IOException {
    Path file = folder.resolve("damaged.npy");
    Files.write(file, content);
    assertThatThrownBy(() -> Npy.read(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> NpyRows.open(file))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(message);
  }

  @Test
  void wrongTypesAndShapesAreNamed() {
    assertThatThrownBy(() -> NpyArray.of(new int[3]).floats())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("INT32")
        .hasMessageContaining("FLOAT32");
    assertThatThrownBy(() -> NpyArray.of(new int[3], 2, 2))
        .hasMessage("3 elements do not fill the shape (2, 2).");
    assertThatThrownBy(() -> NpyArray.of("text")).hasMessageContaining("String");
  }
}
