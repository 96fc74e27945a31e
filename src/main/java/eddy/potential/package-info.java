/**
 * The steady state as theory has it (Sections 3 and 5 of Chaudhari and Soatto 2018). The process is
 * dx = −∇f dt + √(2 β⁻¹ D(x)) dW (Ito); ρ_ss its stationary density, and
 *
 * <pre>
 *   ∂ρ/∂t = ∇·(∇f ρ + β⁻¹ ∇·(D ρ)) = −∇·J                                           (FP)
 *   0 = ∇·(∇f ρ_ss + β⁻¹ ∇·(D ρ_ss))                                                 (4)
 *   Φ = −β⁻¹ log ρ_ss,      ρ_ss = e^(−β Φ)/Z                                     (5), (6)
 *   j = −∇f + D ∇Φ − β⁻¹ ∇·D = J_ss/ρ_ss                                             (8)
 * </pre>
 *
 * <p>Divergences of matrices are along rows, (∇·M)_i = Σ_j ∂M_ij/∂x_j (the paper says column-wise,
 * which turns the sign of Q in (19)), and J = −∇f ρ − β⁻¹ ∇·(D ρ). Solved by {@link
 * eddy.potential.FokkerPlanck} on a grid in one or two dimensions.
 *
 * <p><b>The free energy</b> (Theorem 5), {@link eddy.potential.FreeEnergy}, and in time {@link
 * eddy.potential.Evolution}:
 *
 * <pre>
 *   F(ρ) = β⁻¹ KL(ρ ‖ ρ_ss) = E_ρ Φ − β⁻¹ H(ρ) + const                           (10), (11)
 *   dF/dt = −∫ ρ (∇ δF/δρ)ᵀ D (∇ δF/δρ) ≤ 0                                       (App. F.1)
 * </pre>
 *
 * <p>It falls because ∇·(j ρ_ss) = 0; Assumption 4, ∇·j = 0 (9), is not needed. For D = I it falls
 * by steps ρ' = argmin F(ρ) + W₂²(ρ, ρ_k)/(2τ), (JKO) and (A6): {@link eddy.potential.JkoGaussian},
 * {@link eddy.potential.JkoQuantiles}.
 *
 * <p><b>Near a critical point</b> (Lemma 20), {@link eddy.potential.LinearSteadyState}, any
 * dimension:
 *
 * <pre>
 *   dx = −F x dt + √(2 β⁻¹ D) dW                                                     (15)
 *   F = (D + Q) U,   Φ = ½ xᵀ U x                                                    (16)
 *   F X + X Fᵀ = 2 D,   X = U⁻¹ = β Σ,   Q = F X − D = −Qᵀ
 * </pre>
 *
 * <p>It needs that no two eigenvalues of F add up to 0. Then j = −Q U x, and the area rate is β⁻¹
 * Q.
 *
 * <p><b>In general</b> (Theorem 22), forward {@link eddy.potential.PotentialForm}, backward {@link
 * eddy.potential.StationaryState#q12()}:
 *
 * <pre>
 *   ∇f = (D + Q) ∇Φ − β⁻¹ ∇·(D + Q)                                                  (19)
 *   J_ss = β⁻¹ ∇·(Q ρ_ss)
 * </pre>
 *
 * <p>Φ depends on β ({@link eddy.potential.LinePotential}), except for linear systems and as β → ∞;
 * Q is unique in the plane, and not on a torus or in three dimensions and more.
 *
 * <p><b>The parts of the operator</b> (Appendix F.3), {@link eddy.potential.OperatorSplit}:
 *
 * <pre>
 *   L_S ρ = ∇·(D ∇Φ ρ + β⁻¹ D ∇ρ),      L_A ρ = −∇·(j ρ)                        (A9), (A10)
 * </pre>
 *
 * <p>The third line of (A10) is not L_A but all of L. (A4), j·∇Φ = 0, holds where ∇·j = 0; in
 * general ∇·j = β j·∇Φ. Local entropy (Section 5.3) is {@link eddy.potential.LocalEntropy}.
 */
package eddy.potential;
