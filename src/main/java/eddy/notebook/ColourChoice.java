package eddy.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The few colours that stand for all colours of a picture. The most frequent one is first; then
 * always the one whose distance to those already chosen, times the square root of how often it
 * occurs, is largest. So large areas keep their colour exactly and small bright marks theirs.
 */
final class ColourChoice {
  private static final int ROUNDING = 0xF8F8F8; // five bits a channel

  private final int[] palette;
  private final Map<Integer, Integer> index = new HashMap<>();

  private static final class Candidate {
    final int colour;
    final int count;
    double distance = Double.POSITIVE_INFINITY;

    Candidate(int colour, int count) {
      this.colour = colour;
      this.count = count;
    }

    double worth() {
      return distance * Math.sqrt(count);
    }
  }

  /**
   * Chooses.
   *
   * @param pixels the picture, 0xRRGGBB with anything above
   * @param most how many colours at most
   */
  ColourChoice(int[] pixels, int most) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel & 0xFFFFFF, 1, Integer::sum);
    }
    List<Candidate> candidates = candidates(counts);
    List<Integer> chosen = new ArrayList<>();
    Candidate next = candidates.get(0);
    while (chosen.size() < most && next.distance > 0) {
      chosen.add(next.colour);
      Candidate best = next;
      for (Candidate c : candidates) {
        c.distance = Math.min(c.distance, Math.sqrt(distance(c.colour, next.colour)));
        best = c.worth() > best.worth() ? c : best;
      }
      next = best;
    }
    palette = chosen.stream().mapToInt(Integer::intValue).toArray();
    counts.keySet().forEach(colour -> index.put(colour, nearest(colour)));
  }

  /** The most frequent colour of each cell of the rounded colour space, most frequent first. */
  private static List<Candidate> candidates(Map<Integer, Integer> counts) {
    Comparator<Candidate> order =
        Comparator.<Candidate>comparingInt(c -> -c.count).thenComparingInt(c -> c.colour);
    Map<Integer, Candidate> cells = new HashMap<>();
    counts.forEach(
        (colour, count) ->
            cells.merge(
                colour & ROUNDING,
                new Candidate(colour, count),
                (a, b) -> order.compare(a, b) <= 0 ? a : b));
    return cells.values().stream().sorted(order).toList();
  }

  /** The colours, at most as many as asked for. */
  int[] palette() {
    return palette;
  }

  /** For each colour of the picture the place of its stand-in. */
  Map<Integer, Integer> index() {
    return index;
  }

  private int nearest(int colour) {
    int best = 0;
    for (int k = 1; k < palette.length; k++) {
      if (distance(palette[k], colour) < distance(palette[best], colour)) {
        best = k;
      }
    }
    return best;
  }

  /** Squared distance, channels weighted as the eye does. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 255) - (b >> 16 & 255);
    int green = (a >> 8 & 255) - (b >> 8 & 255);
    int blue = (a & 255) - (b & 255);
    return 3 * red * red + 6 * green * green + blue * blue;
  }
}
