/**
 * The analysis of a network that somebody else trained: what its gradients' noise is like, what its
 * learning rate and batch size mean, and what its trajectory shows.
 *
 * <p>{@link eddy.study.own.OwnNetwork} is the network, from a DL4J file or from {@link eddy.nets};
 * {@link eddy.study.own.ExampleReader} reads the arrays it was trained on; {@link
 * eddy.study.own.OwnSpectrum} is the eigenspectrum of D, in the way that {@link
 * eddy.study.own.SpectrumPlan} chose for its size; {@link eddy.study.own.NoiseScale} is tr D/|g|²;
 * {@link eddy.study.own.Temperature} is β⁻¹ = η/(2b) with its corrections, and {@link
 * eddy.study.own.EquivalentRuns} the pairs (η, b) with the same one (Chaudhari and Soatto, arXiv
 * 1710.11029, Remarks 11, 12 and 15); {@link eddy.study.own.OwnTrajectory} is the test of
 * circulation on weights in a {@code .npy} file.
 *
 * <pre>
 *   B = tr D/|g|²                                            gradient noise scale
 *   β⁻¹ = η/(2b) · (N − b)/(N − 1)                           Remark 12 has 1 − b/N
 *   (η/2b) · mean λ(D) = constant                            Remark 15               (14)
 * </pre>
 *
 * <p>The second line is for batches without replacement; with replacement the fraction is 1, and
 * heavy ball with momentum μ divides by 1 − μ.
 */
package eddy.study.own;
