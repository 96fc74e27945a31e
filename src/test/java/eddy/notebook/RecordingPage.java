package eddy.notebook;

import java.util.ArrayList;
import java.util.List;

/** A page that keeps what it was asked to show. */
final class RecordingPage implements Page {
  final List<Output> shown = new ArrayList<>();
  final List<Output> updates = new ArrayList<>();

  @Override
  public void show(Output output) {
    shown.add(output);
  }

  @Override
  public void update(String name, Output output) {
    updates.add(output);
  }

  String last() {
    return updates.get(updates.size() - 1).text();
  }
}
