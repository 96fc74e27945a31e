package eddy.linalg;

/** The order in which a triangle of a large square matrix is walked: block by block. */
final class Triangle {
  private static final int BLOCK = 64;

  private Triangle() {}

  /** What is done with element (i, j) above the diagonal. */
  @FunctionalInterface
  interface Above {
    void accept(int i, int j);
  }

  /** Visits all i &lt; j of an n x n matrix once, in blocks that fit the cache. */
  static void mirrorUpper(int n, Above copy) {
    for (int bi = 0; bi < n; bi += BLOCK) {
      for (int bj = bi; bj < n; bj += BLOCK) {
        for (int i = bi; i < Math.min(n, bi + BLOCK); i++) {
          for (int j = Math.max(bj, i + 1); j < Math.min(n, bj + BLOCK); j++) {
            copy.accept(i, j);
          }
        }
      }
    }
  }
}
