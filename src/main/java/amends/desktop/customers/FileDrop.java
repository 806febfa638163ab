package amends.desktop.customers;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.TransferHandler;

/** Takes a file that is dropped; text is pasted as ever. */
final class FileDrop extends TransferHandler {
    private static final long serialVersionUID = 1;
    private final transient Consumer<Path> dropped;

    FileDrop(Consumer<Path> dropped) {
        this.dropped = dropped;
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)
                || support.isDataFlavorSupported(DataFlavor.stringFlavor);
    }

    @Override
    public boolean importData(TransferSupport support) {
        try {
            var content = support.getTransferable();
            if (support.isDataFlavorSupported(DataFlavor.javaFileListFlavor)) {
                var files = (List<?>) content.getTransferData(DataFlavor.javaFileListFlavor);
                if (files.getFirst() instanceof File file) dropped.accept(file.toPath());
                return true;
            }
            if (support.getComponent() instanceof javax.swing.text.JTextComponent field)
                field.replaceSelection((String) content.getTransferData(DataFlavor.stringFlavor));
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            return false;
        }
    }
}
