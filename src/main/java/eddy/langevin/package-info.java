/**
 * Simulation of the stochastic differential equations that a {@link eddy.fields.Field} stands for.
 *
 * <pre>
 *   dx = −∇f(x) dt + √(2 β⁻¹ D(x)) dW                                                 (3)
 *   dx = −D ∇Φ dt + β⁻¹ ∇·D dt + √(2 β⁻¹ D) dW        the reversible twin             (7)
 * </pre>
 *
 * <p>Both are those of Chaudhari and Soatto (2018), in Ito's sense. There are ensembles of paths
 * with histograms, moments and area rates, first passages, and linear recursions (exact
 * Ornstein-Uhlenbeck sampling, SGD and heavy ball on a quadratic loss) that advance any number of
 * steps at once. The A-type equation (18) is simulated as Ito's with the drift −(D + Q) ∇Φ + β⁻¹
 * ∇·(D + Q).
 *
 * <pre>
 *   S F + F S = η D/b + η F S F         SGD, exactly, on a quadratic loss with Hessian F
 *   S F + F S = η D/b                   its equation (3)
 * </pre>
 *
 * <p>where S is the stationary covariance: the step makes SGD noisier, along curvature k by 2/(2 −
 * ηk).
 *
 * <p>A path is a row of points; paths of an ensemble are independent, and what is computed depends
 * on the seed alone, not on the number of threads. Area rates are positive for counter-clockwise
 * turning from axis i to axis j. Exit times are corrected for passages that happen between two
 * steps; uncorrected they are several per cent too long.
 */
package eddy.langevin;
