/**
 * What Section 3 of Chaudhari and Soatto (2018) and its appendices say about the free energy,
 * turned into numbers: Theorem 5, Lemmas 2 and 6, Corollary 8, Remarks 11 and 12, Appendices A to D
 * and F.3.
 *
 * <pre>
 *   F(ρ) = β⁻¹ KL(ρ ‖ ρ_ss) = E_ρ Φ − β⁻¹ H(ρ) + const                          (10), (11)
 *   D = c I  ⇒  Φ = f/c, j = 0        printed: D = c I ⇔ Φ = f                       (12)
 *   ρ' = argmin F(ρ) + W₂²(ρ, ρ_k)/(2τ)                                          (JKO), (A6)
 *   β ∫ JᵀD⁻¹J/ρ = −β dF/dt + β ∫ ρ jᵀD⁻¹j                                          (App. B)
 * </pre>
 *
 * <p>The converse of (12) is wrong where D depends on x: with D = I + c e^(β f) M, M constant, the
 * potential is f. Appendix B prints the first part of the entropy production as the whole.
 */
package eddy.study.functional;
