package eddy.fields;

import eddy.run.Interrupts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the zeros of a drift in a box: Newton's method from every point of a grid of starts, each
 * step shortened until |b| falls, and zeros that several starts reach counted once.
 *
 * <p>In one and two dimensions the answer checks itself: the indices sign(det Jacobian) of the
 * zeros must add up to the number of turns that the drift makes along the boundary of the box (
 * {@link BoundaryTurns}). When they do not, the grid of starts is refined, at most three times.
 */
public final class CriticalPoints {
  private static final int MOST_STARTS = 4_000_000;
  private static final int FINEST = 24;

  private CriticalPoints() {}

  /**
   * Finds all critical points in a box.
   *
   * @param field the field, d dimensions
   * @param box where to look, d sides
   * @param n starts along each side of the coarsest grid, at least 2; n^d at most four million
   * @return the zeros in the box, by their first coordinate, then the second, ...
   * @throws IllegalArgumentException when dimensions differ, n is out of range or the drift is not
   *     finite at any start
   * @throws eddy.run.ComputationInterrupted when the thread is interrupted
   * @throws IllegalStateException when the zeros found cannot be all of them: one lies on the
   *     boundary, or they are too close together for the grid
   */
  public static List<CriticalPoint> find(Field field, Box box, int n) {
    int d = field.dimension();
    if (box.dimension() != d) {
      throw new IllegalArgumentException(
          "The box has " + box.dimension() + " sides, the field " + d + " dimensions.");
    }
    if (n < 2 || Math.pow(n, d) > MOST_STARTS) {
      throw new IllegalArgumentException(
          "Take at least 2 starts a side and at most "
              + MOST_STARTS
              + " in all, not "
              + n
              + "^"
              + d
              + ".");
    }
    int turns = d > 2 ? BoundaryTurns.UNDECIDED : BoundaryTurns.count(field, box);
    List<CriticalPoint> found = search(field, box, n);
    int before = -1;
    int starts = 2 * n + 1;
    while (found.size() != before || !agrees(found, turns)) {
      if (starts > FINEST * n || Math.pow(starts, d) > MOST_STARTS) {
        break;
      }
      before = found.size();
      found = search(field, box, starts);
      starts = 2 * starts + 1;
    }
    if (!agrees(found, turns)) {
      throw new IllegalStateException(
          "Found "
              + found.size()
              + " zeros whose indices add up to "
              + indexSum(found)
              + ", but the drift turns "
              + turns
              + " times along the boundary of "
              + box
              + ": move the boundary, or search smaller boxes.");
    }
    return found;
  }

  private static boolean agrees(List<CriticalPoint> found, int turns) {
    return turns == BoundaryTurns.UNDECIDED
        || indexSum(found) == turns
        || found.stream().anyMatch(p -> p.index() == 0);
  }

  private static int indexSum(List<CriticalPoint> found) {
    return found.stream().mapToInt(CriticalPoint::index).sum();
  }

  private static List<CriticalPoint> search(Field field, Box box, int n) {
    int d = field.dimension();
    NewtonSearch newton = new NewtonSearch(field, box);
    List<NewtonSearch.Zero> zeros = new ArrayList<>();
    int[] index = new int[d];
    double[] start = new double[d];
    boolean anyFinite = false;
    do {
      for (int i = 0; i < d; i++) {
        start[i] = box.low()[i] + box.width(i) * index[i] / (n - 1);
      }
      Interrupts.check("");
      anyFinite |= Double.isFinite(newton.norm(start));
      newton.from(start).filter(z -> box.contains(z.x(), 1e-9)).ifPresent(z -> add(zeros, z, box));
    } while (next(index, n));
    if (!anyFinite) {
      throw new IllegalArgumentException(
          "The drift is not a finite number anywhere in " + box + ": check the field.");
    }
    return zeros.stream()
        .map(z -> CriticalPoint.of(z.x(), newton.jacobian(z.x())))
        .sorted(Comparator.comparing(CriticalPoint::x, Arrays::compare))
        .toList();
  }

  /** Keeps the better of two zeros that their uncertainties cannot tell apart. */
  private static void add(List<NewtonSearch.Zero> zeros, NewtonSearch.Zero z, Box box) {
    for (int k = 0; k < zeros.size(); k++) {
      NewtonSearch.Zero old = zeros.get(k);
      double distance = 0;
      for (int i = 0; i < box.dimension(); i++) {
        distance = Math.max(distance, Math.abs(old.x()[i] - z.x()[i]) / box.width(i));
      }
      if (distance <= old.uncertainty() + z.uncertainty()) {
        if (z.residual() < old.residual()) {
          zeros.set(k, z);
        }
        return;
      }
    }
    zeros.add(z);
  }

  private static boolean next(int[] index, int n) {
    for (int i = 0; i < index.length; i++) {
      if (++index[i] < n) {
        return true;
      }
      index[i] = 0;
    }
    return false;
  }
}
