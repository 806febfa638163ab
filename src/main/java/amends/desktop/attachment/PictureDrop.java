package amends.desktop.attachment;

import amends.desktop.look.ScaledPicture;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes files that are dropped or pasted, and a picture that was copied in another program. */
public final class PictureDrop extends TransferHandler {
    private static final long serialVersionUID = 1;
    /** Pixels of a side: a larger one would not be taken anyway. */
    private static final int MOST_SIDE = 8192;

    private final transient Consumer<List<Path>> files;
    private final transient Consumer<ScaledPicture> picture;

    public PictureDrop(Consumer<List<Path>> files, Consumer<ScaledPicture> picture) {
        this.files = files;
        this.picture = picture;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)
                || support.isDataFlavorSupported(DataFlavor.imageFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        try {
            Transferable content = support.getTransferable();
            if (support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
                var all = (List<?>) content.getTransferData(DataFlavor.javaFileListFlavor);
                files.accept(all.stream()
                        .filter(File.class::isInstance)
                        .map(f -> ((File) f).toPath())
                        .toList());
                return true;
            }
            return take((Image) content.getTransferData(DataFlavor.imageFlavor));
        } catch (UnsupportedFlavorException | IOException e) {
            return false;
        }
    }

    private boolean take(Image image) {
        int width = image.getWidth(null);
        int height = image.getHeight(null);
        if (width <= 0 || height <= 0 || width > MOST_SIDE || height > MOST_SIDE) return false;
        if (image instanceof BufferedImage whole) picture.accept(new ScaledPicture(whole));
        else {
            var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = copy.createGraphics();
            g.drawImage(image, 0, 0, null);
            g.dispose();
            picture.accept(new ScaledPicture(copy));
        }
        return true;
    }
}
