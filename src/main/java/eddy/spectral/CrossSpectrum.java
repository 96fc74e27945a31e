package eddy.spectral;

/**
 * A one-sided cross-spectrum of x and y, the mean of conj(X) Y. Its imaginary part is zero at every
 * frequency for a pair that is statistically the same backward in time.
 *
 * @param frequency cycles per unit of time, ascending from 0
 * @param real the co-spectrum
 * @param imaginary positive where y leads x
 * @param segments how many segments were averaged
 */
public record CrossSpectrum(double[] frequency, double[] real, double[] imaginary, int segments) {}
