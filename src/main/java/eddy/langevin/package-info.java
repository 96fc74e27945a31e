/**
 * Simulation of the stochastic differential equations dx = b(x) dt + sqrt(2 D(x)/beta) dW (Ito) of
 * {@link eddy.fields.Field}: ensembles of paths with histograms, moments and area rates, first
 * passages, and linear recursions (exact Ornstein-Uhlenbeck sampling, SGD and heavy ball on a
 * quadratic loss) that advance any number of steps at once.
 *
 * <p>A path is a row of points; paths of an ensemble are independent, and what is computed depends
 * on the seed alone, not on the number of threads. Area rates are positive for counter-clockwise
 * turning from axis i to axis j.
 */
package eddy.langevin;
