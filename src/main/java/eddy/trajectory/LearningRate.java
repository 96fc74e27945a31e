package eddy.trajectory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A learning rate that is constant over blocks of epochs: {@code constant(0.1).then(20, 0.01)} is
 * 0.1 for the first 20 epochs and 0.01 from then on.
 *
 * @param pieces one after another; the first begins after 0 epochs
 */
public record LearningRate(List<Piece> pieces) {

  /**
   * One block.
   *
   * @param epochsDone the rate holds from when this many epochs are done
   * @param rate η, positive
   */
  public record Piece(int epochsDone, double rate) {
    /** Checks the rate. */
    public Piece {
      if (!(rate > 0 && Double.isFinite(rate))) {
        throw new IllegalArgumentException(
            "A learning rate must be positive and finite, not " + rate + ".");
      }
    }
  }

  /**
   * Takes the blocks.
   *
   * @throws IllegalArgumentException if the first does not begin at 0, or they are not in order
   */
  public LearningRate {
    pieces = List.copyOf(pieces);
    if (pieces.isEmpty() || pieces.get(0).epochsDone != 0) {
      throw new IllegalArgumentException("A learning rate must say what it is in the first epoch.");
    }
    for (int i = 1; i < pieces.size(); i++) {
      if (pieces.get(i).epochsDone <= pieces.get(i - 1).epochsDone) {
        throw new IllegalArgumentException(
            "The pieces of a learning rate must follow each other, but "
                + pieces.get(i).epochsDone
                + " epochs come after "
                + pieces.get(i - 1).epochsDone
                + ".");
      }
    }
  }

  /** The same rate in all epochs. */
  public static LearningRate constant(double rate) {
    return new LearningRate(List.of(new Piece(0, rate)));
  }

  /** This rate until {@code epochsDone} epochs are done, and {@code rate} from then on. */
  public LearningRate then(int epochsDone, double rate) {
    return new LearningRate(
        Stream.concat(pieces.stream(), Stream.of(new Piece(epochsDone, rate))).toList());
  }

  /** η in the epoch that begins when {@code epochsDone} epochs are done. */
  public double at(int epochsDone) {
    double rate = pieces.get(0).rate;
    for (int i = 1; i < pieces.size(); i++) { // no iterator: this is asked before every step
      if (pieces.get(i).epochsDone <= epochsDone) {
        rate = pieces.get(i).rate;
      }
    }
    return rate;
  }

  /** For instance "0.1 then 0.01 from epoch 21". */
  @Override
  public String toString() {
    return pieces.stream()
        .map(p -> p.rate + (p.epochsDone == 0 ? "" : " from epoch " + (p.epochsDone + 1)))
        .collect(Collectors.joining(" then "));
  }
}
