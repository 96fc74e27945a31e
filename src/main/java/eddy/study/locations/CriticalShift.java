package eddy.study.locations;

import eddy.fields.Box;
import eddy.fields.CriticalPoint;
import eddy.fields.CriticalPoints;
import eddy.fields.ManufacturedExample;
import eddy.fields.MatrixField;
import eddy.potential.PotentialForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/**
 * How far a zero of grad f lies from the critical point of Phi next to it at one temperature
 * (Theorem 22, Remarks 23 and 26), beside the first-order prediction of {@link
 * PotentialForm#shift}.
 *
 * @param beta inverse temperature
 * @param critical the critical point of Phi
 * @param zero the zero of grad f
 * @param type its type in the flow of the drift
 * @param predicted where the prediction puts it
 */
public record CriticalShift(
    double beta, double[] critical, double[] zero, CriticalPoint.Type type, double[] predicted) {
  private static final double REACH = 0.3;
  private static final int STARTS = 5;

  /**
   * Finds the zero by Newton's method in a box around the critical point.
   *
   * @param form Phi, D and Q
   * @param critical a critical point of Phi, two coordinates
   * @param hessian Hess Phi there, row-major
   * @param beta inverse temperature, above 0
   * @throws IllegalStateException when no zero lies within 0.3 of the critical point
   */
  public static CriticalShift of(
      PotentialForm form, double[] critical, double[] hessian, double beta) {
    Box near =
        Box.of(critical[0] - REACH, critical[0] + REACH, critical[1] - REACH, critical[1] + REACH);
    CriticalPoint zero =
        CriticalPoints.find(form.field(beta), near, STARTS).stream()
            .min(Comparator.comparingDouble(p -> MathArrays.distance(p.x(), critical)))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No zero of grad f lies near the critical point at beta " + beta + "."));
    double[] shift = form.shift(critical, hessian, beta);
    double[] predicted = MathArrays.ebeAdd(critical, shift);
    return new CriticalShift(beta, critical, zero.x(), zero.type(), predicted);
  }

  /**
   * The two minima (1, 0), (-1, 0) and the saddle (0, 0) of Phi of {@link
   * ManufacturedExample.Domain#PLANE}, each at all temperatures.
   *
   * @param betas inverse temperatures, 2 or more
   * @return three lists, in that order
   */
  public static List<List<CriticalShift>> ofPlane(double... betas) {
    double[][] points = {{1, 0}, {-1, 0}, {0, 0}};
    double[][] hessians = {{2, 0, 0, 1}, {2, 0, 0, 1}, {-1, 0, 0, 1}};
    PotentialForm form =
        PotentialForm.inPlane(
            ManufacturedExample.plane(1)::gradPhi,
            MatrixField.varying(2, ManufacturedExample::diffusion),
            (x, out) -> out[0] = ManufacturedExample.q12(x));
    List<List<CriticalShift>> all = new ArrayList<>();
    for (int k = 0; k < points.length; k++) {
      List<CriticalShift> rows = new ArrayList<>();
      for (double beta : betas) {
        rows.add(of(form, points[k], hessians[k], beta));
      }
      all.add(rows);
    }
    return all;
  }

  /** {@link #distance} of each. */
  public static double[] distances(List<CriticalShift> rows) {
    return rows.stream().mapToDouble(CriticalShift::distance).toArray();
  }

  /** {@link #error} of each. */
  public static double[] errors(List<CriticalShift> rows) {
    return rows.stream().mapToDouble(CriticalShift::error).toArray();
  }

  /** Distance between the zero of grad f and the critical point of Phi. */
  public double distance() {
    return MathArrays.distance(zero, critical);
  }

  /** Distance between the zero and its prediction. */
  public double error() {
    return MathArrays.distance(zero, predicted);
  }
}
