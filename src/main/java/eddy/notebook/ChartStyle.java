package eddy.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;

/** Eddy's style for XChart's charts: fonts legible at the width of a notebook, thin grey axes. */
final class ChartStyle {
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
  static final Font SMALL = TEXT.deriveFont(13f);
  private static final Color CLEAR = new Color(255, 255, 255, 0);

  private ChartStyle() {}

  static void apply(AxesChartStyler s, Axis x, Axis y, String title) {
    s.setXAxisMin(x.drawnLow()).setXAxisMax(x.drawnHigh()).setXAxisLogarithmic(x.log());
    s.setXAxisLogarithmicDecadeOnly(!x.isShort());
    apply(s, y, title);
  }

  /** For charts whose horizontal axis has categories. */
  static void apply(AxesChartStyler s, Axis y, String title) {
    s.setYAxisMin(y.drawnLow()).setYAxisMax(y.drawnHigh()).setYAxisLogarithmic(y.log());
    s.setYAxisLogarithmicDecadeOnly(!y.isShort());
    s.setXAxisTickMarkSpacingHint(70).setYAxisTickMarkSpacingHint(60);
    s.setAxisTitleFont(TEXT).setAxisTickLabelsFont(SMALL).setAxisTickMarksColor(Palette.GREY);
    s.setXAxisTickLabelsColor(Palette.BLACK).setYAxisTickLabelsColor(Palette.BLACK);
    s.setAxisTickMarkLength(5).setAxisTickPadding(6).setAxisTitlePadding(8).setPlotMargin(0);
    s.setPlotGridLinesColor(Palette.LIGHT_GREY).setPlotGridLinesStroke(new BasicStroke(0.6f));
    s.setPlotContentSize(1.0).setChartPadding(8).setChartTitleVisible(!title.isEmpty());
    s.setChartTitleFont(TEXT.deriveFont(Font.BOLD)).setChartTitlePadding(6);
    s.setPlotBorderVisible(true).setPlotBorderColor(Palette.GREY);
    s.setChartBackgroundColor(CLEAR).setPlotBackgroundColor(CLEAR);
    s.setChartFontColor(Palette.BLACK).setLegendFont(SMALL);
    s.setLegendBackgroundColor(new Color(255, 255, 255, 225)).setLegendPadding(7);
    s.setLegendBorderColor(Palette.LIGHT_GREY);
    s.setLegendVisible(false).setLegendPosition(Styler.LegendPosition.InsideNE);
    s.setAntiAlias(true).setTextAntiAlias(true);
  }
}
