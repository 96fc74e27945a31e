/**
 * The steady state of stochastic gradient descent. One package a floor; a package imports only from
 * floors below its own.
 *
 * <pre>
 *   5  eddy.notebook    what a notebook shows
 *   4  eddy.study       the paper's experiments, one package a notebook
 *   3  eddy.diffusion   gradients to D(x)             eddy.trajectory  SGD and its path
 *   2  eddy.nets        networks, per-example gradients
 *      eddy.potential   Fokker-Planck, Φ, j, Q        eddy.langevin    simulation
 *   1  eddy.fields      drift and D as functions      eddy.spectral    circulation tests
 *      eddy.data        images
 *   0  eddy.linalg      BLAS, LAPACK, Lyapunov        eddy.run         random streams, checkpoints
 * </pre>
 *
 * <p>The questions that a newcomer has are answered on the overview page.
 */
package eddy;
