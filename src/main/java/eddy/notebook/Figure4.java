package eddy.notebook;

import eddy.fields.Box;
import eddy.fields.Example19;

/** The panels of Figure 4 of Chaudhari and Soatto (2018), drawn as they drew them. */
public final class Figure4 {
  private static final double SIDE = 1.5;

  private Figure4() {}

  /** The part of the plane that the figure shows, [-1.5, 1.5] squared. */
  public static Box box() {
    return Box.cube(2, SIDE);
  }

  /**
   * Stream lines of the drift -grad f, wider where |grad f| is larger, over five bands of Phi, with
   * dots at the most likely locations.
   *
   * @param example the example with its lambda; 0, 0.5 and 1.5 in the paper
   * @param mostLikely points (x1, x2) where exp(-Phi) is largest
   */
  public static StreamPlot panel(Example19 example, double[][] mostLikely) {
    return new StreamPlot(box(), "x₁", "x₂")
        .contours("Φ", Example19::phi, 0.3, 0.6, 0.9, 1.2).stream("|∇f|", example.field()::drift)
            .points("most likely locations of exp(-Φ)", mostLikely);
  }
}
