package eddy.study.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import eddy.fields.CriticalPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CriticalShiftTest {
  /** Zeros of grad f at beta 2 and 20, solved with SciPy. */
  @Test
  void zerosAreThoseOfAnotherSolver() {
    double[][][] zeros = {
      {{1.0262572307522022, 0.003162655356564848}, {1.0028247458060477, 0.00043080785982047937}},
      {{-0.9180329965503853, 0.021923354492795893}, {-0.9936252114884259, 0.0018111525771705534}},
      {{-0.1565430001591882, 0.014891355852876806}, {-0.01434713053713832, 0.0015053997549150143}}
    };
    List<List<CriticalShift>> shifts = CriticalShift.ofPlane(2, 20);
    for (int k = 0; k < 3; k++) {
      for (int b = 0; b < 2; b++) {
        assertThat(shifts.get(k).get(b).zero()).containsExactly(zeros[k][b], within(1e-10));
      }
    }
    assertThat(shifts.get(2).get(1).type()).isEqualTo(CriticalPoint.Type.SADDLE);
  }

  @Test
  void distanceIsOfFirstOrderAndItsPredictionOfSecond() {
    for (List<CriticalShift> rows : CriticalShift.ofPlane(100, 1000)) {
      assertThat(CriticalShift.distances(rows)[1]).isEqualTo(rows.get(1).distance());
      assertThat(CriticalShift.errors(rows)[0]).isEqualTo(rows.get(0).error());
      assertThat(rows.get(0).distance() / rows.get(1).distance()).isCloseTo(10, within(0.1));
      assertThat(rows.get(0).error() / rows.get(1).error()).isCloseTo(100, within(2.0));
    }
  }
}
