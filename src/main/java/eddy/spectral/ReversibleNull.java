package eddy.spectral;

/** Where the p-value of a circulation test comes from, and what it may be used for. */
public enum ReversibleNull {
  /**
   * Surrogates: the lagged correlation K(1) of the whitened series is symmetrised, and each of its
   * eigenmodes becomes an independent {@link Ar1}. For processes that are such (an
   * Ornstein-Uhlenbeck process, SGD without momentum near a minimum) and a window of the moving
   * average far above the correlation time; not for series that mix many time scales, nor for
   * detrended Brownian motion.
   */
  AUTOREGRESSION,

  /**
   * Surrogates: Gaussian series with the real part of the smoothed cross-spectral matrix, the
   * imaginary part set to zero, and random phases. For any stationary Gaussian series, detrended
   * Brownian motion included, whose spectrum is smooth over the smoothing width.
   */
  SPECTRUM,

  /**
   * Areas are summed over blocks, and the signs of whole blocks are drawn at random: a reversed
   * block is as likely as the block. For stationary series and blocks of at least 20 decorrelation
   * lags: with 10, the areas of neighbouring blocks of detrended Brownian motion are still
   * correlated, and a level of 5 % rejects 7 to 9 %. Not for raw Brownian motion, whose
   * correlations outlast every block.
   */
  BLOCK_SIGNS
}
