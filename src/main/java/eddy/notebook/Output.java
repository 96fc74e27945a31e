package eddy.notebook;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to show on a page, in every form that a page may want: text always, HTML or a picture
 * where there is one. HTML is plain: no script, nothing from the network.
 *
 * @param text the text twin, for plain streams and for readers who see no picture
 * @param html a fragment of HTML; empty when there is none
 * @param png the bytes of a PNG file; empty when there is none
 * @param width width in pixels at which the picture is to be shown
 */
public record Output(String text, String html, byte[] png, int width) {

  /** Text alone. */
  public static Output text(String text) {
    return new Output(text, "", new byte[0], 0);
  }

  /** A sentence or two: a paragraph, whose lines break between words. */
  public static Output sentence(String text) {
    return html("<p>" + HtmlTable.escape(text) + "</p>", text);
  }

  /** HTML with its text twin. */
  public static Output html(String html, String text) {
    return new Output(text, html, new byte[0], 0);
  }

  /** A figure as PNG, with its description as text twin. */
  public static Output figure(FigureChart chart) {
    return figure(chart, FigureFiles.png(chart));
  }

  static Output figure(FigureChart chart, byte[] png) {
    return new Output(chart.description(), "", png, chart.width());
  }

  /** The forms by MIME type, as a kernel sends them; pictures in Base64 without line breaks. */
  Map<String, String> byMimeType() {
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("text/plain", text);
    if (!html.isEmpty()) {
      forms.put("text/html", html);
    }
    if (png.length > 0) {
      forms.put("image/png", Base64.getEncoder().encodeToString(png));
    }
    return forms;
  }

  /** Metadata by MIME type: the width of the picture. */
  Map<String, Map<String, Object>> metadata() {
    return png.length > 0 ? Map.of("image/png", Map.of("width", width)) : Map.of();
  }
}
