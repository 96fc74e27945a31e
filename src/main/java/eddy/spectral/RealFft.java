package eddy.spectral;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The Fourier transform X_k = sum_t x_t e^(-2 pi i k t/n), k = 0 .. n/2, of n real values, and
 * back; by JTransforms, on the calling thread alone. One object serves one thread.
 */
final class RealFft {
  static {
    CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
    CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
  }

  private final int n;
  private final DoubleFFT_1D transform;

  RealFft(int n) {
    this.n = n;
    this.transform = new DoubleFFT_1D(n);
  }

  int length() {
    return n;
  }

  /** Number of frequencies: n/2 + 1, rounded down. */
  int frequencies() {
    return n / 2 + 1;
  }

  /** The smallest power of 2 from {@code least} on, the fastest length for padding. */
  static int fastLength(int least) {
    if (least > 1 << 30) {
      throw new IllegalArgumentException(
          "A transform of " + least + " values is too long: thin the series first.");
    }
    return Integer.highestOneBit(Math.max(1, 2 * least - 1));
  }

  /** In place, in JTransforms' packing; see {@link #real} and {@link #imaginary}. */
  void forward(double[] values) {
    transform.realForward(values);
  }

  /** The inverse of {@link #forward}, with the factor 1/n. */
  void inverse(double[] packed) {
    transform.realInverse(packed, true);
  }

  /** Re X_k of what {@link #forward} left. */
  double real(double[] packed, int k) {
    return packed[k == 0 ? 0 : 2 * k == n ? 1 : 2 * k];
  }

  /** Im X_k of what {@link #forward} left. */
  double imaginary(double[] packed, int k) {
    if (k == 0 || 2 * k == n) {
      return 0;
    }
    return packed[2 * k + 1 == n ? 1 : 2 * k + 1];
  }

  /** Replaces X_k; the imaginary part at k = 0 and at n/2 does not exist and is left out. */
  void set(double[] packed, int k, double re, double im) {
    packed[k == 0 ? 0 : 2 * k == n ? 1 : 2 * k] = re;
    if (k != 0 && 2 * k != n) {
      packed[2 * k + 1 == n ? 1 : 2 * k + 1] = im;
    }
  }

  /** |X_k|^2 of what {@link #forward} left. */
  double power(double[] packed, int k) {
    double re = real(packed, k);
    double im = imaginary(packed, k);
    return re * re + im * im;
  }
}
