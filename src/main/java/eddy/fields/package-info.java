/**
 * Drift and diffusion as functions: the interface {@link eddy.fields.Field}, the named examples of
 * the papers with their closed forms, and what can be said about the deterministic flow dx/dt =
 * -grad f(x) alone: its critical points and their type, trajectories, return maps and limit cycles.
 *
 * <p>Notation, as in the papers: f is the loss, b = -grad f the drift, D the diffusion matrix, beta
 * the inverse temperature, and the stochastic process is the Ito equation dx = b(x) dt + sqrt(2
 * D(x)/beta) dW. Points are {@code double[]} of length {@code dimension()}, matrices {@code
 * double[]} of length {@code dimension()^2}, row-major.
 */
package eddy.fields;
