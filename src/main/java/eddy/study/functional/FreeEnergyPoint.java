package eddy.study.functional;

import eddy.potential.EntropyProduction;

/**
 * The free energy at one time and what it is made of.
 *
 * @param time t
 * @param value F(rho) = (1/beta) KL(rho || rho_ss)
 * @param energetic the mean of Phi, less its constant (log Z)/beta when Phi is not normalised
 * @param entropic -H(rho)/beta
 * @param rate dF/dt by the integral of the dissipation
 * @param production the rate of entropy production
 */
public record FreeEnergyPoint(
    double time,
    double value,
    double energetic,
    double entropic,
    double rate,
    EntropyProduction production) {}
