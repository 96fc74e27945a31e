package eddy.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.Example19;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import org.junit.jupiter.api.Test;

class PotentialFormTest {
  private static final MatrixField D = MatrixField.varying(2, ManufacturedExample::diffusion);

  private static PotentialForm form(ManufacturedExample example) {
    return PotentialForm.inPlane(
        example::gradPhi, D, (x, out) -> out[0] = ManufacturedExample.q12(x));
  }

  @Test
  void driftIsThatOfTheManufacturedExamples() {
    ManufacturedExample[] examples = {
      ManufacturedExample.torus(2), ManufacturedExample.plane(2), ManufacturedExample.plane(20)
    };
    double[] ours = new double[2];
    double[] exact = new double[2];
    for (ManufacturedExample example : examples) {
      for (double[] x : new double[][] {{0.3, -0.2}, {-1, 0.5}, {2, 1.5}}) {
        form(example).field(example.beta()).drift(x, ours);
        example.field().drift(x, exact);
        assertThat(ours).containsExactly(exact, within(1e-10));
      }
    }
  }

  /** Example 19 from its Phi and the Q12 that Theorem 22 gives it. */
  @Test
  void driftIsThatOfExampleNineteen() {
    Example19 example = new Example19(1.5);
    PotentialForm form =
        PotentialForm.inPlane(
            Example19::gradPhi, MatrixField.identity(2), (x, out) -> out[0] = example.q12(x));
    double[] ours = new double[2];
    double[] exact = new double[2];
    for (double[] x : new double[][] {{0, 0}, {0.5, 0.5}, {-0.7, 0.4}, {1.2, -0.8}}) {
      form.field(1).drift(x, ours);
      example.field().drift(x, exact);
      assertThat(ours).containsExactly(exact, within(1e-9));
    }
  }

  /** Zeros of grad f next to (1, 0), (-1, 0) and (0, 0), solved with SciPy. */
  @Test
  void criticalPointsShiftLinearlyInTheTemperature() {
    double[][] points = {{1, 0}, {-1, 0}, {0, 0}};
    double[][] hessians = {{2, 0, 0, 1}, {2, 0, 0, 1}, {-1, 0, 0, 1}};
    double[][] at20 = {
      {0.002824745806047746, 0.00043080785982047937},
      {0.0063747885115741365, 0.0018111525771705534},
      {-0.01434713053713832, 0.0015053997549150143}
    };
    double[][] at2 = {
      {0.02625723075220221, 0.003162655356564848},
      {0.08196700344961472, 0.021923354492795893},
      {-0.1565430001591882, 0.014891355852876806}
    };
    double[][] linear20 = {
      {0.0028492669954505497, 0.00044805040502738047},
      {0.006226967426730861, 0.0017696381534304123},
      {-0.01424242424242424, 0.0015151515151515132}
    };
    for (int k = 0; k < 3; k++) {
      PotentialForm form = form(ManufacturedExample.plane(20));
      double[] shift = form.shift(points[k], hessians[k], 20);
      assertThat(shift).containsExactly(linear20[k], within(1e-11));
      double[] large = form.shift(points[k], hessians[k], 2);
      double near = Math.hypot(shift[0] - at20[k][0], shift[1] - at20[k][1]);
      double far = Math.hypot(large[0] - at2[k][0], large[1] - at2[k][1]);
      assertThat(Math.log(far / near) / Math.log(10)).isBetween(1.7, 2.3);
    }
  }
}
