/**
 * The steady state as theory has it (Sections 3 and 5 of Chaudhari and Soatto 2018): the stationary
 * Fokker-Planck equation on a grid with its density, potential, current and force; its solution in
 * time and the free energy that falls along it; Lemma 20 for linear drift in any dimension; Theorem
 * 22 forward and backward; JKO steps; local entropy.
 *
 * <p>The process is dx = b(x) dt + sqrt(2 D(x)/beta) dW (Ito) with b = -grad f, the equation d
 * rho/dt = -div J with J = b rho - (1/beta) div(D rho), (div M)_i = sum_j dM_ij/dx_j along rows.
 * Phi = -(1/beta) log rho_ss and j = J_ss/rho_ss = -grad f + D grad Phi - (1/beta) div D.
 */
package eddy.potential;
