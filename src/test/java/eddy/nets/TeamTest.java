package eddy.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Stages follow each other, every item is done once, failures arrive. */
class TeamTest {

  /** Adds up the numbers of the stage before; any overlap of stages or lost item shows. */
  private static final class Sums implements Team.Job {
    final AtomicIntegerArray items;
    long total = 1;
    long expected = 1;

    Sums(int items) {
      this.items = new AtomicIntegerArray(items);
    }

    @Override
    public int stages() {
      return 50;
    }

    @Override
    public void run(int stage, int item, int thread) {
      items.addAndGet(item, stage + item);
    }

    @Override
    public void after(int stage) {
      for (int i = 0; i < items.length(); i++) {
        total = 31 * total + items.getAndSet(i, 0);
        expected = 31 * expected + stage + i;
      }
    }
  }

  @Test
  void everyItemOnceAndStagesInOrder() {
    for (int threads = 1; threads <= 6; threads++) {
      Team team = new Team(threads);
      for (int items : new int[] {1, 2, 13}) {
        Sums sums = new Sums(items);
        team.run(items, sums);
        assertThat(sums.total).isEqualTo(sums.expected);
      }
    }
  }

  private record Failing(boolean inItem) implements Team.Job {
    @Override
    public int stages() {
      return 3;
    }

    @Override
    public void run(int stage, int item, int thread) {
      if (inItem && stage == 1 && item == 5) {
        throw new IllegalStateException("item 5");
      }
    }

    @Override
    public void after(int stage) {
      if (!inItem) {
        throw new AssertionError("stage " + stage);
      }
    }
  }

  @Test
  void aFailureEndsTheJobAndReachesTheCaller() {
    Team team = new Team(3);
    assertThatThrownBy(() -> team.run(8, new Failing(true)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("item 5");
    assertThatThrownBy(() -> team.run(8, new Failing(false)))
        .isInstanceOf(AssertionError.class)
        .hasMessage("stage 0");
    Sums after = new Sums(4);
    team.run(4, after);
    assertThat(after.total).isEqualTo(after.expected);
  }
}
