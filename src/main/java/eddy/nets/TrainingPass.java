package eddy.nets;

import java.util.List;

/**
 * A batch in training mode: every block of it a slot, stage by stage.
 *
 * @param loss null in a plan without loss
 */
record TrainingPass(Plan plan, Chain chain, Pass pass, LossKernel loss) implements Team.Job {

  @Override
  public int stages() {
    return plan.stages().size();
  }

  @Override
  public void run(int stage, int slot, int thread) {
    List<Plan.Step> steps = plan.stages().get(stage);
    for (int i = 0; i < steps.size(); i++) {
      step(steps.get(i), slot, thread);
    }
  }

  private void step(Plan.Step step, int slot, int thread) {
    switch (step.kind()) {
      case LOAD -> chain.load(pass, slot);
      case GATHER -> chain.kernel(step.layer()).gather(pass, slot, thread);
      case FORWARD -> chain.kernel(step.layer()).forward(pass, slot, thread);
      case LOSS -> loss.run(chain, pass, slot, thread, 1.0 / pass.examples.count());
      case GATHER_BACK -> chain.gatherBack(step.layer(), pass, slot, thread);
      case BACKWARD -> chain.backward(step.layer(), pass, slot, thread);
    }
  }

  @Override
  public void after(int stage) {
    List<Plan.Step> steps = plan.stages().get(stage);
    Plan.Step last = steps.get(steps.size() - 1);
    if (last.kind() == Plan.Kind.GATHER) {
      chain.kernel(last.layer()).gathered(pass);
    } else if (last.kind() == Plan.Kind.GATHER_BACK) {
      chain.kernel(last.layer()).gatheredBack(pass);
    }
  }
}
