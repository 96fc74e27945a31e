package eddy.notebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the SVG text of VectorGraphics2D fit for publishing: numbers rounded, identifiers that do
 * not change from run to run, no reference to anything on the network but the SVG namespace.
 */
final class SvgText {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(?:[eE]-?\\d+)?");
  private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
  private static final Pattern HEAD = Pattern.compile("<\\?xml[^>]*>\\s*|<!DOCTYPE[^>]*>\\s*");
  private static final Pattern OPENING = Pattern.compile("<svg [^>]*>");
  private static final Pattern INDENT = Pattern.compile("(?m)^\\s+");

  private SvgText() {}

  static String tidy(String svg, String title) {
    String text = HEAD.matcher(svg).replaceAll("");
    text = INDENT.matcher(text).replaceAll("");
    text = NUMBER.matcher(text).replaceAll(match -> rounded(match.group()));
    text = renamed(text);
    Matcher opening = OPENING.matcher(text);
    String name = "<title>" + HtmlTable.escape(title) + "</title>";
    return opening.replaceFirst(match -> Matcher.quoteReplacement(match.group() + name));
  }

  private static String rounded(String number) {
    BigDecimal value = new BigDecimal(number);
    int decimals = value.abs().compareTo(BigDecimal.ONE) < 0 ? 2 : 1; // opacities keep two
    value = value.setScale(decimals, RoundingMode.HALF_EVEN);
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String renamed(String text) {
    Map<String, String> names = new LinkedHashMap<>();
    return CLIP.matcher(text)
        .replaceAll(
            match -> names.computeIfAbsent(match.group(), old -> "clip" + (names.size() + 1)));
  }
}
