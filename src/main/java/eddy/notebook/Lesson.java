package eddy.notebook;

import eddy.run.Progress;
import eddy.study.TrainedWeights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a notebook holds: the scale of the run, a page to show things on, the folder of its figures
 * and the verdicts that it gives. The first code cell opens it:
 *
 * <pre>{@code
 * var lesson = Lesson.open("04-double-well");
 * var grid = lesson.choose(201, 401); // quick, paper
 * lesson.figure("stream", plot);
 * lesson.verdict("fig4a", "zeros", Evidence.exact(3, 0));
 * lesson.provenance();
 * }</pre>
 *
 * <p>Nothing that a cell calls for its effect returns a value, because a kernel shows the value of
 * a cell's last statement. It works in a JJava kernel, in an IJava kernel and in plain Java, where
 * it prints.
 */
public final class Lesson {
  private final String name;
  private final RunSettings settings;
  private final Page page;
  private final Claims claims;
  private final Verdicts verdicts = new Verdicts();
  private final Map<String, String> data = new LinkedHashMap<>();
  private final long opened = System.nanoTime();
  private String seeds = "";
  private int progressLines;

  private Lesson(String name, RunSettings settings, Page page, Claims claims) {
    this.name = name;
    this.settings = settings;
    this.page = page;
    this.claims = claims;
  }

  /**
   * Opens the lesson of a notebook: begins an empty {@code verdicts.csv} and says the scale and the
   * folders.
   *
   * @param name the notebook's file name without {@code .ipynb}
   * @throws IllegalArgumentException when EDDY_SCALE is neither quick nor paper
   */
  public static Lesson open(String name) {
    return open(name, RunSettings.current(), Page.current(), Claims.load());
  }

  static Lesson open(String name, RunSettings settings, Page page, Claims claims) {
    Lesson lesson = new Lesson(name, settings, page, claims);
    lesson.verdicts.write(lesson.verdictsFile());
    page.show(
        Output.text(
            name
                + ", scale "
                + settings.scale()
                + "\nfigures and verdicts: "
                + lesson.shown(lesson.figures(), settings.out(), "EDDY_OUT")
                + "\ncheckpoints: "
                + lesson.shown(lesson.runs(), settings.runs(), "EDDY_RUNS")));
    return lesson;
  }

  /** A path as every reader knows it, without the folders of this machine. */
  private String shown(Path path, Path base, String variable) {
    return path.startsWith(settings.home())
        ? settings.home().relativize(path).toString()
        : variable + '/' + base.relativize(path);
  }

  /** The scale of this run. */
  public Scale scale() {
    return settings.scale();
  }

  /**
   * A parameter that depends on the scale.
   *
   * @param quick its value at quick
   * @param paper its value at paper
   */
  public <T> T choose(T quick, T paper) {
    return settings.scale() == Scale.QUICK ? quick : paper;
  }

  /** The folder of this notebook's figures and verdicts. */
  public Path figures() {
    return settings.out().resolve("figures").resolve(name);
  }

  /** The folder of this notebook's checkpoints at this scale. */
  public Path runs() {
    return settings.runs().resolve(name).resolve(settings.scale().toString());
  }

  /**
   * The trained weights of this notebook: those that the repository tracks, in {@code
   * data/trained/}, are read unless {@code EDDY_RETRAIN} is set; those that a run used are written
   * beside its figures.
   */
  public TrainedWeights trainedWeights() {
    return new TrainedWeights(
        settings.home().resolve("data").resolve("trained").resolve(name),
        settings.out().resolve("trained").resolve(name),
        Provenance.source(settings.home()),
        settings.retrain());
  }

  private Path verdictsFile() {
    return figures().resolve("verdicts.csv");
  }

  /**
   * Shows a figure, a table, an XChart chart or any other object by its text.
   *
   * @param value what to show
   */
  public void show(Object value) {
    page.show(Outputs.of(value));
  }

  /**
   * Shows a figure and writes it to {@code <name>.png}, {@code .svg} and {@code .csv}.
   *
   * @param figureName file name without extension
   * @param figure the figure
   */
  public void figure(String figureName, FigureChart figure) {
    byte[] png = FigureFiles.write(figure, figures(), figureName);
    page.show(Output.figure(figure, png));
  }

  /**
   * Notes the seeds for the provenance.
   *
   * @param used the seeds of this run
   */
  public void seeds(long... used) {
    seeds = LongStream.of(used).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  /**
   * Notes a data set for the provenance.
   *
   * @param set its name
   * @param checksum its checksum
   */
  public void data(String set, String checksum) {
    data.put(set, checksum);
  }

  /**
   * A line that shows progress, updated in place. Take a new one in each cell that computes.
   *
   * @return the sink to pass to a computation
   */
  public Progress progress() {
    progressLines++;
    String unique = name + "-" + progressLines + "-" + Long.toHexString(System.nanoTime());
    return new ProgressLine(page, unique, System::nanoTime);
  }

  /**
   * Decides a quantity of a claim, shows the claim with all its quantities, and writes {@code
   * verdicts.csv}.
   *
   * @param claim identifier of the claim in claims.csv
   * @param quantity one of its quantities
   * @param evidence what this run found
   * @throws IllegalArgumentException when claims.csv has no such row
   */
  public void verdict(String claim, String quantity, Evidence evidence) {
    decide(claim, Map.of(quantity, evidence));
  }

  /**
   * The same for a number that needs no test.
   *
   * @param claim identifier of the claim in claims.csv
   * @param quantity one of its quantities
   * @param ours our number
   * @param low lower end of its interval
   * @param high upper end of its interval
   * @param nullModel the null model's number; NaN when there is none
   */
  public void verdict(
      String claim, String quantity, double ours, double low, double high, double nullModel) {
    Evidence evidence = new Evidence(ours, low, high, nullModel, Double.NaN, Double.NaN, List.of());
    verdict(claim, quantity, evidence);
  }

  /**
   * Begins the judgement on a claim of several quantities, shown in one table.
   *
   * @param claim identifier of the claim in claims.csv
   * @return to be given the quantities, then decided
   */
  public Judgement claim(String claim) {
    return new Judgement(this, claim);
  }

  void decide(String claim, Map<String, Evidence> evidence) {
    List<Verdicts.Row> rows =
        evidence.entrySet().stream()
            .map(entry -> decide(claims.of(claim, entry.getKey()), entry.getValue()))
            .toList();
    rows.forEach(verdicts::put);
    verdicts.write(verdictsFile());
    page.show(VerdictTable.of(claims.of(claim), verdicts));
  }

  private Verdicts.Row decide(Claim row, Evidence evidence) {
    Verdict verdict = VerdictRule.decide(row, evidence, settings.scale());
    return new Verdicts.Row(
        row.claim(), row.quantity(), row.published(), evidence, verdict, settings.scale());
  }

  /** Shows where the results come from: the last cell of a notebook. */
  public void provenance() {
    show(Provenance.of(settings, runs(), seeds, data, System.nanoTime() - opened).table());
  }
}
