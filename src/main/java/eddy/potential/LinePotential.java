package eddy.potential;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;

/**
 * The potential in one dimension, where no current flows on a line:
 *
 * <pre>  Phi(x) = integral from 0 to x of f'/D + (1/beta) log(D(x)/D(0)).</pre>
 *
 * <p>It depends on beta as soon as D varies: "Phi does not depend on beta" (Sec. 5 of Chaudhari and
 * Soatto 2018) holds for linear systems and in the limit beta to infinity only.
 *
 * @param slope f'
 * @param diffusion D(x), above 0
 * @param beta inverse temperature, above 0; infinite for the limit
 */
public record LinePotential(DoubleUnaryOperator slope, DoubleUnaryOperator diffusion, double beta) {
  private static final int EVALUATIONS = 1_000_000;

  /** Phi(x), with Phi(0) = 0. */
  public double at(double x) {
    double integral =
        x == 0
            ? 0
            : Math.signum(x)
                * new IterativeLegendreGaussIntegrator(16, 1e-13, 1e-14)
                    .integrate(
                        EVALUATIONS,
                        y -> slope.applyAsDouble(y) / diffusion.applyAsDouble(y),
                        Math.min(0, x),
                        Math.max(0, x));
    return integral + Math.log(diffusion.applyAsDouble(x) / diffusion.applyAsDouble(0)) / beta;
  }
}
