/**
 * Dense linear algebra on OpenBLAS: BLAS products on off-heap matrices of any size, eigenvalues of
 * symmetric matrices, Sylvester and Lyapunov equations. Matrices are row-major; eigenvalues are in
 * descending order.
 */
package eddy.linalg;
