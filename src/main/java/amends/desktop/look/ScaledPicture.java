package amends.desktop.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/** A picture made small enough for its place; what is none, or broken, is left out. */
public final class ScaledPicture {
    private ScaledPicture() {}

    /** @param bytes of a picture of bounded size @param wide in pixels, at most; never made larger */
    public static Optional<BufferedImage> of(byte[] bytes, int wide, int high) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(bytes));
            return Optional.ofNullable(whole).map(w -> scaled(w, wide, high));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage scaled(BufferedImage whole, int wide, int high) {
        double scale = Math.min(1, Math.min(wide / (double) whole.getWidth(), high / (double) whole.getHeight()));
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
