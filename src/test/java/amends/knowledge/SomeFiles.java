package amends.knowledge;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files of each kind, for tests. */
public final class SomeFiles {
    private SomeFiles() {}

    /** @param kind png, jpg or gif */
    public static byte[] picture(String kind, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) image.setRGB(x, x % height, 0xFF8800 + x);
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, kind, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a picture says of itself, and nothing after it. */
    public static byte[] pngHead(int width, int height) {
        byte[] bytes = picture("png", 1, 1);
        for (int i = 0; i < 4; i++) {
            bytes[16 + i] = (byte) (width >> 24 - 8 * i);
            bytes[20 + i] = (byte) (height >> 24 - 8 * i);
        }
        return bytes;
    }

    public static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
