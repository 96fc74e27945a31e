package eddy.notebook;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small PNG files (ISO/IEC 15948): one byte a pixel that points into a palette, strongest
 * compression. ImageIO's writer makes the same picture half as large again.
 */
final class PngEncoder {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private PngEncoder() {}

  /**
   * Encodes an opaque picture.
   *
   * @param image the picture
   * @param colours how many colours to keep, 2 to 256
   */
  static byte[] encode(BufferedImage image, int colours) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
    ColourChoice choice = new ColourChoice(rgb, colours);
    Map<Integer, Integer> index = choice.index();
    byte[] rows = new byte[h * (w + 1)]; // each row begins with its filter: 0, none
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        rows[y * (w + 1) + x + 1] = (byte) (int) index.get(rgb[y * w + x] & 0xFFFFFF);
      }
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    byte[] depth8Palette = {8, 3, 0, 0, 0};
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(w).putInt(h).put(depth8Palette).array());
    ByteBuffer palette = ByteBuffer.allocate(3 * choice.palette().length);
    for (int colour : choice.palette()) {
      palette.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    chunk(png, "PLTE", palette.array());
    chunk(png, "IDAT", deflated(rows));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    png.writeBytes(name);
    png.writeBytes(data);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
