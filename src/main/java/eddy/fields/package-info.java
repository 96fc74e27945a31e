/**
 * Drift and diffusion as functions: the interface {@link eddy.fields.Field}, the named examples of
 * the papers with their closed forms, and what can be said about the deterministic flow dx/dt =
 * −∇f(x) alone: its critical points and their type, trajectories, return maps and limit cycles.
 *
 * <p>The process is Eq. (3) of Chaudhari and Soatto (2018), read in Ito's sense,
 *
 * <pre>
 *   dx = −∇f(x) dt + √(2 β⁻¹ D(x)) dW,      b(x) = −∇f(x),      β⁻¹ = η/(2b).       (3)
 * </pre>
 *
 * <p>f is the loss, b(x) the drift (not the batch size in β), D the diffusion matrix. β is said
 * where the process is solved, not here. The papers write "−∇f" for drifts that are no gradient,
 * too: their Example 19 ({@link eddy.fields.Example19}) has
 *
 * <pre>
 *   Φ = (x₁² − 1)²/4 + x₂²/2,   J_ss ∝ exp(−|x|⁴/4) (−x₂, x₁),   j = λ e^Φ J_ss,   ∇f = ∇Φ − j
 * </pre>
 *
 * <p>with ∇·j = λ E x₁ x₂ (2 − x₁²), which is not 0: it illustrates Assumption 4, (9), and violates
 * it. No loss has this drift. {@link eddy.fields.GradientDoubleWell} is the counterpart with a true
 * loss. {@link eddy.fields.ReversibleTwin} is the process of Eq. (7), the same density without a
 * current.
 *
 * <p>Points are {@code double[]} of length {@code dimension()}, matrices {@code double[]} of length
 * {@code dimension()²}, row-major.
 */
package eddy.fields;
