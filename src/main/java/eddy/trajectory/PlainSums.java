package eddy.trajectory;

/** The inner loop of {@link PlainArithmetic}. */
final class PlainSums {
  /** Sums at a time: as many as stay in registers. */
  static final int EIGHT = 8;

  private PlainSums() {}

  /**
   * y[yAt + i] += Σ_j x[xAt + j·xStep] m[mAt + j·mStep + i], i below {@value #EIGHT}, j below
   * {@code count}.
   */
  static void eight(
      float[] x, int xAt, int xStep, float[] m, int mAt, int mStep, int count, float[] y, int yAt) {
    float s0 = y[yAt];
    float s1 = y[yAt + 1];
    float s2 = y[yAt + 2];
    float s3 = y[yAt + 3];
    float s4 = y[yAt + 4];
    float s5 = y[yAt + 5];
    float s6 = y[yAt + 6];
    float s7 = y[yAt + 7];
    int from = xAt;
    int at = mAt;
    for (int j = 0; j < count; j++) {
      float factor = x[from];
      s0 = Math.fma(factor, m[at], s0);
      s1 = Math.fma(factor, m[at + 1], s1);
      s2 = Math.fma(factor, m[at + 2], s2);
      s3 = Math.fma(factor, m[at + 3], s3);
      s4 = Math.fma(factor, m[at + 4], s4);
      s5 = Math.fma(factor, m[at + 5], s5);
      s6 = Math.fma(factor, m[at + 6], s6);
      s7 = Math.fma(factor, m[at + 7], s7);
      from += xStep;
      at += mStep;
    }
    y[yAt] = s0;
    y[yAt + 1] = s1;
    y[yAt + 2] = s2;
    y[yAt + 3] = s3;
    y[yAt + 4] = s4;
    y[yAt + 5] = s5;
    y[yAt + 6] = s6;
    y[yAt + 7] = s7;
  }
}
