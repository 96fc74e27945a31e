/**
 * Experiments on the two double wells: Example 19 of Chaudhari and Soatto (2018), whose drift is no
 * gradient, and one with a true loss. The zeros of the drift and how they move, where the
 * deterministic flow ends, the stationary state on a grid, and simulated ensembles beside their
 * reversible twins.
 *
 * <pre>
 *   Φ = (x₁² − 1)²/4 + x₂²/2,   j = λ E (−x₂, x₁),   ∇f = ∇Φ − j                Example 19
 *   E = exp(¼ − x₁²/2 + x₂²/2 − x₁² x₂²/2 − x₂⁴/4)
 *   ½⟨x₁ ∘ dx₂ − x₂ ∘ dx₁⟩/dt = λ π/Z,   Z = 7.6234684...          D = I, β = 1
 * </pre>
 *
 * <p>Figure 4c says that SGD converges to limit cycles around the saddle at the origin for λ = 1.5:
 * there the drift has one zero, which is no saddle, and paths without noise spiral into it.
 */
package eddy.study.doublewell;
