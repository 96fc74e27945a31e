/**
 * Dense linear algebra on OpenBLAS: BLAS products on off-heap matrices of any size, eigenvalues of
 * symmetric matrices, and the equations that a steady state near a critical point comes from.
 *
 * <pre>
 *   A X + X Aᵀ = Q      continuous Lyapunov    {@link eddy.linalg.Lyapunov}
 *   X = A X Aᵀ + Q      discrete Lyapunov      {@link eddy.linalg.Lyapunov}
 *   A X + X B = C       Sylvester              {@link eddy.linalg.Sylvester}
 * </pre>
 *
 * <p>With A = F and Q = 2 D the first one is Lemma 20 of Chaudhari and Soatto (2018), X = β Σ; the
 * second is the same for SGD step by step, A = I − η F and Q = η² D/b. Each has one solution unless
 * two eigenvalues add up to 0 (or multiply to 1); {@link eddy.linalg.Resonance} names them.
 *
 * <p>Matrices are row-major; eigenvalues are in descending order.
 */
package eddy.linalg;
