package eddy.notebook;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Which places of a ranked spectrum are drawn: the first 500, and about a hundred a decade. */
final class EigenvaluePlaces {
  private static final int ALL_PLACES = 500;
  private final int[] places;

  private EigenvaluePlaces(int[] places) {
    this.places = places;
  }

  /** Of n eigenvalues. */
  static EigenvaluePlaces of(int n) {
    return new EigenvaluePlaces(
        IntStream.concat(
                IntStream.rangeClosed(1, Math.min(ALL_PLACES, n)),
                IntStream.rangeClosed(0, (int) (100 * Math.log10(n)))
                    .map(i -> (int) Math.round(n / Math.pow(10, i / 100.0))))
            .filter(place -> place >= 1)
            .distinct()
            .sorted()
            .toArray());
  }

  /** The places, counted from 1. */
  double[] numbers() {
    return Arrays.stream(places).asDoubleStream().toArray();
  }

  /** The eigenvalues at these places. */
  double[] of(double[] values) {
    return Arrays.stream(places).mapToDouble(place -> values[place - 1]).toArray();
  }
}
