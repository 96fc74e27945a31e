/**
 * The steady state of stochastic gradient descent. One package a floor; a package imports only from
 * floors below its own: {@code eddy.run} and {@code eddy.linalg} (0); {@code eddy.data}, {@code
 * eddy.spectral} and {@code eddy.fields} (1); {@code eddy.nets}, {@code eddy.potential} and {@code
 * eddy.langevin} (2); {@code eddy.diffusion} and {@code eddy.trajectory} (3); {@code eddy.study}
 * (4); {@code eddy.notebook} (5).
 */
package eddy;
