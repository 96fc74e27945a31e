package eddy.potential;

/** The steps of a grid operator while they are collected: ends, direction and rates. */
final class EdgeList {
  int count;
  final int[] from;
  final int[] to;
  final short[] stepX;
  final short[] stepY;
  final double[] forward;
  final double[] backward;

  EdgeList(int most) {
    from = new int[most];
    to = new int[most];
    stepX = new short[most];
    stepY = new short[most];
    forward = new double[most];
    backward = new double[most];
  }

  void add(int a, int b, int dx, int dy, double ahead, double back) {
    from[count] = a;
    to[count] = b;
    stepX[count] = (short) dx;
    stepY[count] = (short) dy;
    forward[count] = ahead;
    backward[count] = back;
    count++;
  }
}
