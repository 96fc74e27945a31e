package eddy.spectral;

import eddy.run.RandomStream;

/**
 * Draws the statistic T of reversible twins of given series; one of each {@link ReversibleNull}.
 */
interface Surrogates {
  /** T of one twin. */
  double draw(RandomStream stream);
}
