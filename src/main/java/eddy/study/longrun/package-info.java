/**
 * The long trajectories of Section 4.2 of Chaudhari and Soatto (2018): tiny-fc trained for 100,000
 * epochs, the quadratic model of the loss and of its noise around the end, null models, and what
 * they predict beside what is measured.
 *
 * <pre>
 *   v ← μ v + F x + ξ,   x ← x − η v,   Cov ξ = C                  SGD near the end
 *   S_ij = A_i S_ij A_jᵀ + η² C_ij [[1, −1], [−1, 1]],   A_i = [[1 − η k_i, −μ], [η k_i, μ]]
 *   E|∇f|² = Σ_i k_i² S_ii                                         whatever Q is
 * </pre>
 *
 * <p>The second line is Lemma 20 for the heavy ball, exact, with S_ij the covariance of the pairs
 * (x, η v) along two eigenvectors of F with curvatures k_i, k_j. The third, with the variances S_ii
 * of x alone, is what Remark 18 takes as evidence for j. F and C are those of training mode ({@link
 * eddy.study.longrun.QuadraticModel}); D of evaluation mode belongs to another process. Start with
 * {@link eddy.study.longrun.LongStudy}.
 */
package eddy.study.longrun;
