package eddy.notebook;

import eddy.diffusion.Precision;
import eddy.diffusion.Spectrum;
import eddy.study.Course;
import eddy.study.Instant;
import eddy.study.Neighbour;
import eddy.study.Similarity;
import eddy.study.SpectrumStatistic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What notebook 02 shows of one baseline: its figures, its tables, and the evidence over seeds for
 * the verdicts. Statistics are those after the last epoch unless it says otherwise.
 */
public final class SpectrumReport {
  private static final String[] SHARES = {"20 %", "40 %", "100 %"};

  private final String title;
  private final List<Course> courses;
  private final Spectrum nullModel;
  private final Map<SpectrumStatistic, String> published = new EnumMap<>(SpectrumStatistic.class);

  /**
   * A report.
   *
   * @param title network and images, above its figures and tables
   * @param courses one a seed, at least one
   * @param nullModel the spectrum of the null model
   */
  public SpectrumReport(String title, List<Course> courses, Spectrum nullModel) {
    this.title = title;
    this.courses = List.copyOf(courses);
    this.nullModel = nullModel;
  }

  /** Puts a number that the paper prints beside ours. */
  public SpectrumReport published(SpectrumStatistic statistic, String number) {
    published.put(statistic, number);
    return this;
  }

  /** Network and images. */
  String title() {
    return title;
  }

  /** A statistic over seeds, with its value under the null model. */
  public Evidence of(SpectrumStatistic statistic) {
    return over(course -> statistic.of(course.end().spectrum())).withNull(statistic.of(nullModel));
  }

  /** Participation ratio as a share of d, over seeds: the conditioning of D without a threshold. */
  public Evidence conditioning() {
    return over(course -> share(course.end().spectrum())).withNull(share(nullModel));
  }

  /**
   * How many times better conditioned this is than another, seed by seed.
   *
   * @param other a report with the same seeds
   */
  public Evidence conditioningAgainst(SpectrumReport other) {
    return against(other, SpectrumReport::share);
  }

  /**
   * A statistic of this by the same of another, seed by seed.
   *
   * @param other a report with the same seeds
   */
  public Evidence against(SpectrumReport other, SpectrumStatistic statistic) {
    return against(other, statistic::of);
  }

  private Evidence against(SpectrumReport other, ToDoubleFunction<Spectrum> number) {
    double[] ratio = new double[courses.size()];
    for (int i = 0; i < ratio.length; i++) {
      Spectrum theirs = other.courses.get(i).end().spectrum();
      ratio[i] =
          number.applyAsDouble(courses.get(i).end().spectrum()) / number.applyAsDouble(theirs);
    }
    double random = number.applyAsDouble(nullModel) / number.applyAsDouble(other.nullModel);
    return Evidence.ofSeeds(seeds(), ratio).withNull(random);
  }

  private static double share(Spectrum spectrum) {
    return spectrum.participationRatio() / spectrum.dimension();
  }

  /** Validation error in percent, over seeds. */
  public Evidence validationError() {
    return over(course -> 100 * course.end().validation().error());
  }

  /** Training error in percent, over seeds. */
  public Evidence trainingError() {
    return over(course -> 100 * course.end().training().error());
  }

  /** The largest value that a measure of two instants takes among the three pairs, over seeds. */
  private Evidence worst(ToDoubleFunction<Similarity> measure) {
    return over(c -> c.similarities().stream().mapToDouble(measure).max().orElseThrow());
  }

  /** The smallest value that a measure of two instants takes among the three pairs, over seeds. */
  private Evidence least(ToDoubleFunction<Similarity> measure) {
    return over(c -> c.similarities().stream().mapToDouble(measure).min().orElseThrow());
  }

  /** The instants after the last epoch, one a seed. */
  public List<Instant> ends() {
    return courses.stream().map(Course::end).toList();
  }

  /** Adds what compares eigenvalues between instants to a judgement: the larger of three pairs. */
  public Judgement spectra(Judgement judgement) {
    return judgement
        .quantity("larger trace by smaller", worst(Similarity::traceRatio))
        .quantity("larger λmax by smaller", worst(Similarity::largestRatio))
        .quantity("Kolmogorov distance", worst(Similarity::kolmogorov));
  }

  /** Adds what compares matrices between instants to a judgement: the worst of three pairs. */
  public Judgement matrices(Judgement judgement) {
    return judgement
        .quantity("Frobenius distance", worst(Similarity::distance))
        .quantity("overlap of the leading 20 directions", least(Similarity::overlap));
  }

  /** The smallest eigenvalue by the largest at its worst, over seeds: not below −1e-6. */
  public Evidence smallestByLargest() {
    return over(
        course ->
            course.instants().stream()
                .map(Instant::spectrum)
                .mapToDouble(s -> s.smallest() / s.largest())
                .min()
                .orElseThrow());
  }

  /** The rank with float64's epsilon less the largest possible, N − 1, at its worst: at most 0. */
  public Evidence rankBeyondExamples() {
    return over(
        course ->
            course.instants().stream()
                .map(Instant::spectrum)
                .mapToDouble(
                    s -> s.rank(Precision.FLOAT64) - Math.min(s.dimension(), s.examples() - 1.0))
                .max()
                .orElseThrow());
  }

  /**
   * How far the trace, computed without eigenvalues, is from their sum after the last epoch of the
   * first seed, relative to it.
   *
   * @param last the last epochs of that run
   */
  public Evidence traceError(List<Neighbour> last) {
    double sum = courses.get(0).end().spectrum().trace();
    double trace = last.get(last.size() - 1).trace();
    return Evidence.exact(Math.abs(trace - sum) / sum, 0);
  }

  private Evidence over(ToDoubleFunction<Course> number) {
    return Evidence.ofSeeds(seeds(), courses.stream().mapToDouble(number).toArray());
  }

  private long[] seeds() {
    return courses.stream().mapToLong(Course::seed).toArray();
  }

  /** Paper, ours over seeds, null model: one line a statistic, and the errors of the network. */
  public Table table() {
    ComparisonTable table = new ComparisonTable(title + ", after the last epoch");
    for (SpectrumStatistic statistic : SpectrumStatistic.values()) {
      table.row(statistic.label(), published.getOrDefault(statistic, ""), of(statistic));
    }
    table.row("training error, %", "", trainingError());
    return table.row("validation error, %", "", validationError()).table();
  }

  /** The rank, the trace and the largest eigenvalue at each instant of each seed. */
  public Table instants() {
    LongColumn seed = LongColumn.create("seed");
    StringColumn at = StringColumn.create("of training");
    IntColumn epoch = IntColumn.create("epoch");
    StringColumn loss = StringColumn.create("training loss");
    List<StringColumn> columns = new ArrayList<>();
    SpectrumStatistic[] shown = {
      SpectrumStatistic.RAW_MEAN,
      SpectrumStatistic.LARGEST,
      SpectrumStatistic.RANK,
      SpectrumStatistic.PARTICIPATION_RATIO
    };
    for (SpectrumStatistic statistic : shown) {
      columns.add(StringColumn.create(statistic.label()));
    }
    for (Course course : courses) {
      for (int i = 0; i < course.instants().size(); i++) {
        Instant instant = course.instants().get(i);
        seed.append(course.seed());
        at.append(SHARES[i]);
        epoch.append(instant.epoch());
        loss.append(Numbers.brief(instant.training().loss(), 3));
        for (int k = 0; k < shown.length; k++) {
          columns.get(k).append(Numbers.brief(shown[k].of(instant.spectrum()), 3));
        }
      }
    }
    Table table = Table.create(title + ", instant by instant", seed, at, epoch, loss);
    columns.forEach(table::addColumns);
    return table;
  }

  /** How alike D is at each two instants, over seeds: the largest, or the least overlap. */
  public Table similarities() {
    ComparisonTable table = new ComparisonTable(title + ", any two of the three instants");
    return table
        .row("larger trace by smaller", "", worst(Similarity::traceRatio))
        .row("larger λmax by smaller", "", worst(Similarity::largestRatio))
        .row("Kolmogorov distance of log λ", "", worst(Similarity::kolmogorov))
        .row("‖D₁ − D₂‖ / ‖D₁‖ (Frobenius)", "", worst(Similarity::distance))
        .row("overlap of the leading 20 directions", "", least(Similarity::overlap))
        .table();
  }

  /** Figure 1: histograms at the three instants of the first seed, in the paper's axes and bins. */
  public FigureChart histograms() {
    Course course = courses.get(0);
    EigenspectrumFigure figure = new EigenspectrumFigure(title + ", seed " + course.seed());
    for (int i = 0; i < course.instants().size(); i++) {
      figure.stage(SHARES[i] + " of training", course.instants().get(i).spectrum().values());
    }
    double threshold = course.end().spectrum().threshold(Precision.FLOAT32);
    return figure.threshold("rank threshold, float32", threshold).figure();
  }

  /**
   * What the histograms cannot show: all eigenvalues in descending order, every seed, with the null
   * model and both thresholds.
   */
  public FigureChart ranked() {
    Spectrum first = courses.get(0).end().spectrum();
    int d = first.dimension();
    double top = Math.pow(10, Math.ceil(Math.log10(first.largest()) + 0.3));
    double bottom = first.threshold(Precision.FLOAT64) / 10;
    XyFigure figure =
        new XyFigure(
            title + ", after the last epoch",
            Axis.log("place of the eigenvalue", 1, d),
            Axis.log("eigenvalue of D", bottom, top));
    EigenvaluePlaces places = EigenvaluePlaces.of(d);
    double[] xs = places.numbers();
    for (Course course : courses) {
      figure.line("seed " + course.seed(), xs, places.of(course.end().spectrum().values()));
    }
    return figure
        .nullModel("null model: random directions", xs, places.of(nullModel.values()))
        .horizontal("threshold, float32", first.threshold(Precision.FLOAT32))
        .horizontal("threshold, float64", first.threshold(Precision.FLOAT64))
        .key(Corner.LOWER_LEFT);
  }
}
