/**
 * Statistics of a trajectory that is given as arrays (right half of Section 4.2 of Chaudhari and
 * Soatto 2018): the authors' own (Fourier amplitude of increments, biased autocorrelation,
 * exponentially weighted mean of the gradient norm), proper ones (Welch spectra, autocorrelation at
 * all lags with bands for correlated series, correlation times), null models, and tests of
 * circulation, that is of broken time reversal, with their calibration.
 *
 * <p>Time counts snapshots; frequencies are cycles per unit of the interval that the caller states.
 * Series come as {@code double[]}, as {@code double[series][time]}, or as a {@link
 * eddy.spectral.Series}, which may be a {@code .npy} file larger than the memory.
 */
package eddy.spectral;
