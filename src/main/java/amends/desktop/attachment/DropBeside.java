package amends.desktop.attachment;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.util.function.BooleanSupplier;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Where text is typed, takes files and pictures too, and leaves everything else to the field's own way. */
public final class DropBeside extends TransferHandler {
    private static final long serialVersionUID = 1;
    private final transient PictureDrop files;
    private final transient BooleanSupplier may;
    private final TransferHandler own;

    /** @param may whether files are taken now @param own how the field takes text */
    public DropBeside(PictureDrop files, BooleanSupplier may, TransferHandler own) {
        this.files = files;
        this.may = may;
        this.own = own;
    }

    /** A file comes as text too, from some systems: it is a file all the same. Text with a picture of it is text. */
    private boolean isFile(TransferSupport support) {
        if (!may.getAsBoolean() || !files.canImport(support)) return false;
        return support.isDataFlavorSupported(DataFlavor.javaFileListFlavor) || !own.canImport(support);
    }

    @Override
    public boolean canImport(TransferSupport support) {
        return isFile(support) || own.canImport(support);
    }

    @Override
    public boolean importData(TransferSupport support) {
        return isFile(support) ? files.importData(support) : own.importData(support);
    }

    @Override
    public int getSourceActions(JComponent field) {
        return own.getSourceActions(field);
    }

    @Override
    public void exportAsDrag(JComponent field, InputEvent event, int action) {
        own.exportAsDrag(field, event, action);
    }

    @Override
    public void exportToClipboard(JComponent field, Clipboard clipboard, int action) {
        own.exportToClipboard(field, clipboard, action);
    }
}
