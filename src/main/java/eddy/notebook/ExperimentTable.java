package eddy.notebook;

import eddy.study.Experiment;
import eddy.trajectory.Momentum;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The settings of some experiments, one line each. */
public final class ExperimentTable {
  private ExperimentTable() {}

  /** The table. */
  public static Table of(Experiment... experiments) {
    StringColumn name = StringColumn.create("experiment");
    StringColumn network = StringColumn.create("network");
    StringColumn images = StringColumn.create("images");
    StringColumn rate = StringColumn.create("learning rate");
    StringColumn momentum = StringColumn.create("momentum");
    IntColumn batch = IntColumn.create("batch");
    StringColumn dropout = StringColumn.create("dropout");
    IntColumn epochs = IntColumn.create("epochs");
    for (Experiment experiment : experiments) {
      name.append(experiment.name());
      network.append(experiment.architecture().toString());
      images.append(experiment.images().describe());
      rate.append(experiment.learningRate().toString());
      momentum.append(words(experiment.momentum()));
      batch.append(experiment.batchSize());
      dropout.append(Numbers.brief(experiment.dropout(), 3));
      epochs.append(experiment.epochs());
    }
    return Table.create(
        "The experiments", name, network, images, rate, momentum, batch, dropout, epochs);
  }

  private static String words(Momentum momentum) {
    if (momentum instanceof Momentum.HeavyBall ball) {
      return "heavy ball, μ = " + Numbers.brief(ball.mu(), 3);
    }
    if (momentum instanceof Momentum.Nesterov nesterov) {
      return "Nesterov, μ = " + Numbers.brief(nesterov.mu(), 3);
    }
    return "none";
  }
}
