package eddy.study.own;

import eddy.data.Images;
import eddy.nets.Evaluation;
import eddy.nets.Loss;
import java.util.Locale;

/**
 * How well a network does, beside the best guess that does not look at the example.
 *
 * <p>With class shares p_c, the best constant output has the cross-entropy −Σ p_c log p_c, or the
 * squared error (1 − Σ p_c²)/2, and the error 1 − max p_c.
 *
 * @param found mean loss and error of the network, in evaluation mode
 * @param guessLoss mean loss of the best constant output
 * @param guessError error of naming the most frequent class
 */
public record Standing(Evaluation found, double guessLoss, double guessError) {

  static Standing of(Evaluation found, Loss loss, Images images) {
    double entropy = 0;
    double squares = 0;
    double largest = 0;
    for (int count : images.classCounts()) {
      double share = (double) count / images.count();
      entropy -= share > 0 ? share * Math.log(share) : 0;
      squares += share * share;
      largest = Math.max(largest, share);
    }
    double guess = loss instanceof Loss.SoftmaxCrossEntropy ? entropy : (1 - squares) / 2;
    return new Standing(found, guess, 1 - largest);
  }

  /** Whether the network is no better than a constant guess, in its loss or in its errors. */
  public boolean untrained() {
    return !(found.loss() < guessLoss && found.error() < guessError);
  }

  /** What this means, in a sentence. */
  public String sentence() {
    String numbers =
        String.format(
            Locale.ROOT,
            "loss %.4g (a constant guess: %.4g), error %.2f %% (%.2f %%)",
            found.loss(),
            guessLoss,
            100 * found.error(),
            100 * guessError);
    return untrained()
        ? "The network is no better than a constant guess, "
            + numbers
            + ": it looks untrained, or the examples are not those it was trained on; what follows"
            + " describes it as it is."
        : "The network has learnt: " + numbers + ".";
  }
}
