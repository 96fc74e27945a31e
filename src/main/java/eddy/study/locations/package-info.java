/**
 * Where the most likely locations of SGD are, and where they are not: studies for Theorem 22,
 * Remarks 23 to 26 and Section 5.3 of Chaudhari and Soatto (2018).
 *
 * <pre>
 *   ∇f = (D + Q) ∇Φ − β⁻¹ ∇·(D + Q)                                                  (19)
 *   x − x* = β⁻¹ [(D + Q) ∇²Φ]⁻¹ ∇·(D + Q) + O(β⁻²)         ∇f(x) = 0, ∇Φ(x*) = 0
 *   Φ(x) = ∫ f'/D + β⁻¹ log D                               in one dimension
 * </pre>
 *
 * <p>Potential and Q recovered from drift and noise, critical points that shift with the
 * temperature, the saddles that attract (at finite noise that is weakest there, and no other), and
 * the freedom that Q has. By the third line Φ depends on β as soon as D varies.
 */
package eddy.study.locations;
