package eddy.nets;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of a training pass: stages that each block of the batch goes through by itself, and
 * that end where batch normalisation needs all blocks.
 *
 * @param stages first to last
 */
record Plan(List<List<Plan.Step>> stages) {

  /** What is done with a block. */
  enum Kind {
    LOAD,
    GATHER,
    FORWARD,
    LOSS,
    GATHER_BACK,
    BACKWARD
  }

  /**
   * One step.
   *
   * @param kind what
   * @param layer which layer does it, where it is a layer's
   */
  record Step(Kind kind, int layer) {
    boolean endsStage() {
      return kind == Kind.GATHER || kind == Kind.GATHER_BACK;
    }
  }

  /** Forward, loss, backward. */
  static Plan gradient(Chain chain) {
    List<Step> steps = forward(chain);
    steps.add(new Step(Kind.LOSS, 0));
    for (int i = chain.length() - 1; i >= chain.first(); i--) {
      if (chain.kernel(i).looksAtBatch()) {
        steps.add(new Step(Kind.GATHER_BACK, i));
      }
      steps.add(new Step(Kind.BACKWARD, i));
    }
    return split(steps);
  }

  /** Forward as far as the last statistics of a batch; without any, nothing. */
  static Plan statistics(Chain chain) {
    List<Step> steps = forward(chain);
    while (!steps.isEmpty() && !steps.get(steps.size() - 1).endsStage()) {
      steps.remove(steps.size() - 1);
    }
    return split(steps);
  }

  private static List<Step> forward(Chain chain) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(Kind.LOAD, 0));
    for (int i = 0; i < chain.length(); i++) {
      if (chain.kernel(i).looksAtBatch()) {
        steps.add(new Step(Kind.GATHER, i));
      }
      steps.add(new Step(Kind.FORWARD, i));
    }
    return steps;
  }

  private static Plan split(List<Step> steps) {
    List<List<Step>> stages = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).endsStage() || i == steps.size() - 1) {
        stages.add(List.copyOf(steps.subList(begin, i + 1)));
        begin = i + 1;
      }
    }
    return new Plan(List.copyOf(stages));
  }
}
