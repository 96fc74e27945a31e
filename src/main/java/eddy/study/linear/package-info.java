/**
 * What Section 5.1 of Chaudhari and Soatto (2018) says about SGD near a critical point, with what
 * Sections 3, 6 and 7 conclude from it, turned into numbers: Lemmas 6, 7 and 20, Remark 21, the
 * speed of convergence. Everywhere
 *
 * <pre>
 *   dx = −F x dt + √(2 β⁻¹ D) dW                                                     (15)
 *   F = (D + Q) U,   Φ = ½ xᵀ U x,   j = −Q U x                                      (16)
 *   X_ij = 2 D_ij/(λ_i + λ_j),   Q_ij = D_ij (λ_i − λ_j)/(λ_i + λ_j)
 * </pre>
 *
 * <p>the last line in the eigenbasis of a Hessian with eigenvalues λ. So Q = 0 if and only if F D =
 * D F, however anisotropic D is: currents come from noise that does not commute with the Hessian.
 * The paper says, after Lemma 6, that they come from anisotropy. The orbits of dx/dt = j(x), (13),
 * close in two dimensions around a minimum, and in general not (Lemma 7).
 */
package eddy.study.linear;
