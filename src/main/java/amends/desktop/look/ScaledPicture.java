package amends.desktop.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A picture made small enough for its place; what is none, is broken or is too large is left out. Takes a while. */
public record ScaledPicture(BufferedImage image) {
    private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");
    /** Pixels of a side: its head is asked before anything of it is decoded. */
    private static final int MOST_SIDE = 4096;
    /** Of one with a longer side: such pictures were taken before there was a limit of a side. They are thinned. */
    private static final long MOST_PIXELS = 12_000_000;

    /** @param wide in pixels, at most; never made larger */
    public static Optional<ScaledPicture> of(byte[] bytes, int wide, int high) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            ImageReader reader = readers.next();
            try {
                // What is told beside the picture is left unread: it may be packed, and swell.
                reader.setInput(in, true, true);
                return read(reader, wide, high);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ScaledPicture> read(ImageReader reader, int wide, int high) throws IOException {
        boolean known = FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT));
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int side = Math.max(width, height);
        if (!known || side > MOST_SIDE && (long) width * height > MOST_PIXELS) return Optional.empty();
        int thinned = (int) (1 / (2 * scale(width, height, wide, high)));
        int step = Math.max(1, Math.max(thinned, Math.ceilDiv(side, MOST_SIDE)));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(new ScaledPicture(scaled(reader.read(0, how), wide, high)));
    }

    /** As a file. Takes a while. */
    public byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static double scale(int width, int height, int wide, int high) {
        return Math.min(1, Math.min(wide / (double) width, high / (double) height));
    }

    private static BufferedImage scaled(BufferedImage whole, int wide, int high) {
        double scale = scale(whole.getWidth(), whole.getHeight(), wide, high);
        int width = Math.max(1, (int) (whole.getWidth() * scale));
        int height = Math.max(1, (int) (whole.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(whole, 0, 0, width, height, null);
        g.dispose();
        return small;
    }
}
