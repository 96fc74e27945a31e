package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** What is drawn into the axes of an {@link XyFigure}; each as one path, so that dashes run on. */
sealed interface Mark {
  int POINT_SIZE = 8;

  void paint(Graphics2D g, ChartFrame frame);

  /** Draws a sample for the key, from left to right around a height. */
  void sample(Graphics2D g, double left, double right, double middle);

  /** A line; a gap where a number is not finite or has no place on a logarithmic axis. */
  record Line(double[] x, double[] y, Color colour, Stroke stroke) implements Mark {
    @Override
    public void paint(Graphics2D g, ChartFrame frame) {
      Path2D path = new Path2D.Double();
      boolean drawing = false;
      for (int k = 0; k < x.length; k++) {
        boolean visible = frame.x().hasPlaceFor(x[k]) && frame.y().hasPlaceFor(y[k]);
        if (visible && drawing) {
          path.lineTo(frame.screenX(x[k]), frame.screenY(y[k]));
        } else if (visible) {
          path.moveTo(frame.screenX(x[k]), frame.screenY(y[k]));
        }
        drawing = visible;
      }
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(path);
    }

    @Override
    public void sample(Graphics2D g, double left, double right, double middle) {
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(new Line2D.Double(left, middle, right, middle));
    }
  }

  /** The area between two curves. */
  record Band(double[] x, double[] low, double[] high, Color colour) implements Mark {
    @Override
    public void paint(Graphics2D g, ChartFrame frame) {
      Path2D path = new Path2D.Double();
      for (int k = 0; k < x.length; k++) {
        corner(path, k == 0, frame, x[k], high[k]);
      }
      for (int k = x.length - 1; k >= 0; k--) {
        corner(path, false, frame, x[k], low[k]);
      }
      path.closePath();
      g.setColor(colour);
      g.fill(path);
    }

    @Override
    public void sample(Graphics2D g, double left, double right, double middle) {
      g.setColor(colour);
      g.fill(new Rectangle2D.Double(left, middle - 6, right - left, 12));
    }

    private static void corner(Path2D path, boolean first, ChartFrame frame, double x, double y) {
      double onAxis = frame.y().hasPlaceFor(y) ? y : frame.y().low();
      if (first) {
        path.moveTo(frame.screenX(x), frame.screenY(onAxis));
      } else {
        path.lineTo(frame.screenX(x), frame.screenY(onAxis));
      }
    }
  }

  /** Points. */
  record Points(double[] x, double[] y, Color colour, Marker marker) implements Mark {
    @Override
    public void paint(Graphics2D g, ChartFrame frame) {
      g.setColor(colour);
      for (int k = 0; k < x.length; k++) {
        if (frame.x().hasPlaceFor(x[k]) && frame.y().hasPlaceFor(y[k])) {
          marker.paint(g, frame.screenX(x[k]), frame.screenY(y[k]), POINT_SIZE);
        }
      }
    }

    @Override
    public void sample(Graphics2D g, double left, double right, double middle) {
      g.setColor(colour);
      marker.paint(g, (left + right) / 2, middle, POINT_SIZE);
    }
  }

  /** Vertical bars with caps, under points; on a logarithmic axis down to the frame. */
  record ErrorBars(double[] x, double[] low, double[] high, Color colour) implements Mark {
    private static final double CAP = 4;

    @Override
    public void paint(Graphics2D g, ChartFrame frame) {
      Path2D path = new Path2D.Double();
      for (int k = 0; k < x.length; k++) {
        if (frame.x().hasPlaceFor(x[k]) && frame.y().hasPlaceFor(high[k])) {
          double onAxis = frame.y().hasPlaceFor(low[k]) ? low[k] : frame.y().low();
          double middle = frame.screenX(x[k]);
          bar(path, middle - CAP, frame.screenY(high[k]), middle + CAP, frame.screenY(high[k]));
          bar(path, middle, frame.screenY(high[k]), middle, frame.screenY(onAxis));
          bar(path, middle - CAP, frame.screenY(onAxis), middle + CAP, frame.screenY(onAxis));
        }
      }
      g.setColor(colour);
      g.setStroke(new BasicStroke(1.3f));
      g.draw(path);
    }

    @Override
    public void sample(Graphics2D g, double left, double right, double middle) {
      g.setColor(colour);
      g.setStroke(new BasicStroke(1.3f));
      g.draw(new Line2D.Double((left + right) / 2, middle - 6, (left + right) / 2, middle + 6));
    }

    private static void bar(Path2D path, double x1, double y1, double x2, double y2) {
      path.moveTo(x1, y1);
      path.lineTo(x2, y2);
    }
  }

  /** The outline of a histogram, down to the horizontal axis where a bin is empty. */
  record Steps(LogHistogram histogram, Color colour, Stroke stroke) implements Mark {
    @Override
    public void paint(Graphics2D g, ChartFrame frame) {
      double[] edges = histogram.edges();
      double ground = frame.screenY(frame.y().low()) + 2;
      Path2D path = new Path2D.Double();
      path.moveTo(frame.screenX(edges[0]), ground);
      for (int k = 0; k + 1 < edges.length; k++) {
        int count = histogram.counts()[k];
        double top = frame.y().hasPlaceFor(count) ? frame.screenY(count) : ground;
        path.lineTo(frame.screenX(edges[k]), top);
        path.lineTo(frame.screenX(edges[k + 1]), top);
      }
      path.lineTo(frame.screenX(edges[edges.length - 1]), ground);
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(path);
    }

    @Override
    public void sample(Graphics2D g, double left, double right, double middle) {
      g.setColor(colour);
      g.setStroke(stroke);
      g.draw(new Line2D.Double(left, middle, right, middle));
    }
  }
}
