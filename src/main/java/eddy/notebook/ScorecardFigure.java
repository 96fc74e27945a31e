package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * One square a claim, a row a section: colour and sign of a square say the verdict. The counts in
 * the key leave out what Eddy added itself.
 */
public final class ScorecardFigure implements FigureChart {
  private static final int WIDTH = 760;
  private static final int LEFT = 322;
  private static final int PITCH = 22;
  private static final int SIZE = 18;
  private static final int PER_LINE = (WIDTH - LEFT - 8) / PITCH;
  private static final int TOP = 44;
  private static final int GAP = 12;
  private static final Font NAME = ChartStyle.SMALL;
  private static final Font TITLE = NAME.deriveFont(11f);

  private final Scorecard scorecard;
  private final List<Section> sections;

  /** The figure of a scorecard. */
  public ScorecardFigure(Scorecard scorecard) {
    this.scorecard = scorecard;
    this.sections = scorecard.sections();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public int height() {
    return TOP + sections.stream().mapToInt(this::rowHeight).sum();
  }

  private int rowHeight(Section section) {
    int lines = (scorecard.of(section).size() + PER_LINE - 1) / PER_LINE;
    return Math.max(lines * PITCH, 30) + GAP;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, height());
    paintKey(g);
    int y = TOP;
    for (Section section : sections) {
      g.setColor(Palette.LIGHT_GREY);
      g.fill(new Rectangle2D.Double(8, y - GAP / 2.0, WIDTH - 16, 0.8));
      Lettering.draw(g, NAME, section.heading(), 8, y + 13);
      Lettering.draw(g, TITLE, section.title(), 8, y + 28);
      List<Verdict> verdicts =
          scorecard.of(section).stream().map(ScoredClaim::verdict).sorted().toList();
      for (int k = 0; k < verdicts.size(); k++) {
        square(g, verdicts.get(k), LEFT + k % PER_LINE * PITCH, y + k / PER_LINE * PITCH);
      }
      y += rowHeight(section);
    }
  }

  private void paintKey(Graphics2D g) {
    double x = 8;
    for (Verdict verdict : Verdict.values()) {
      String words = verdict + ": " + Scorecard.count(scorecard.ofPapers(), verdict);
      square(g, verdict, x, 9);
      Lettering.draw(g, NAME, words, x + PITCH + 3, 23);
      x += PITCH + Lettering.width(NAME, words) + 24;
    }
  }

  /** A square with its sign: a tick, a tilde, a cross, or nothing inside an outline. */
  private static void square(Graphics2D g, Verdict verdict, double x, double y) {
    Rectangle2D box = new Rectangle2D.Double(x, y, SIZE, SIZE);
    Path2D sign = new Path2D.Double();
    switch (verdict) {
      case HOLDS -> {
        g.setColor(Palette.GREEN);
        sign.moveTo(x + 4, y + 9.5);
        sign.lineTo(x + 7.5, y + 13);
        sign.lineTo(x + 14, y + 5);
      }
      case HOLDS_WITH_A_CORRECTION -> {
        g.setColor(Palette.BLUE);
        sign.moveTo(x + 4, y + 10.5);
        sign.curveTo(x + 6.5, y + 5, x + 11.5, y + 13, x + 14, y + 7.5);
      }
      case DOES_NOT_HOLD -> {
        g.setColor(Palette.VERMILLION);
        sign.moveTo(x + 5, y + 5);
        sign.lineTo(x + 13, y + 13);
        sign.moveTo(x + 13, y + 5);
        sign.lineTo(x + 5, y + 13);
      }
      case NOT_DECIDED -> g.setColor(Color.WHITE);
    }
    g.fill(box);
    g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(Color.WHITE);
    g.draw(sign);
    if (verdict == Verdict.NOT_DECIDED) {
      g.setStroke(new BasicStroke(1));
      g.setColor(Palette.GREY);
      g.draw(new Rectangle2D.Double(x + 0.5, y + 0.5, SIZE - 1, SIZE - 1));
    }
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    for (Section section : sections) {
      List<ScoredClaim> claims = scorecard.of(section);
      parts.add(
          section.heading()
              + ": "
              + Arrays.stream(Verdict.values())
                  .filter(verdict -> Scorecard.count(claims, verdict) > 0)
                  .map(verdict -> Scorecard.count(claims, verdict) + " " + verdict)
                  .collect(Collectors.joining(", ")));
    }
    return "Verdicts on the claims of the papers, a square each. " + String.join("; ", parts) + ".";
  }

  @Override
  public Table numbers() {
    StringColumn where = StringColumn.create("section");
    StringColumn claim = StringColumn.create("claim");
    StringColumn verdict = StringColumn.create("verdict");
    StringColumn notebook = StringColumn.create("notebook");
    for (Section section : sections) {
      for (ScoredClaim scored : scorecard.of(section)) {
        where.append(section.heading());
        claim.append(scored.id());
        verdict.append(scored.verdict().toString());
        notebook.append(scored.place().map(VerdictPlace::notebook).orElse(""));
      }
    }
    return Table.create("", where, claim, verdict, notebook);
  }
}
