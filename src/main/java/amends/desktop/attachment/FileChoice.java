package amends.desktop.attachment;

import amends.desktop.look.Look;
import java.awt.Window;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Where a file is, asked in a window of its own that stops nothing: a call goes on beside it. Esc leaves it. */
public final class FileChoice {
    /** What is listed; what a file is follows from what it holds. */
    private static final String[] KINDS = {
        "png", "jpg", "jpeg", "gif", "pdf", "txt", "csv", "md", "docx", "xlsx", "pptx"
    };

    private FileChoice() {}

    /** @param told with what was chosen, on the screen's thread; never when nothing was */
    public static void open(JComponent over, Look look, Consumer<List<Path>> told) {
        JFileChooser chooser = chooser(look);
        chooser.setDialogType(JFileChooser.OPEN_DIALOG);
        chooser.setMultiSelectionEnabled(true);
        ask(
                over,
                look.get("attachment.choose"),
                chooser,
                () -> told.accept(
                        Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList()));
    }

    /** @param name what the file is called at first @param told likewise */
    static void save(JComponent over, Look look, String name, Consumer<Path> told) {
        JFileChooser chooser = chooser(look);
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
        ask(
                over,
                look.get("attachment.save"),
                chooser,
                () -> told.accept(chooser.getSelectedFile().toPath()));
    }

    /** In the window's language rather than the system's. */
    private static JFileChooser chooser(Look look) {
        Locale locale = look.texts().language().locale();
        var chooser = new JFileChooser() {
            private static final long serialVersionUID = 1;

            @Override
            public Locale getLocale() {
                return locale;
            }
        };
        chooser.setAcceptAllFileFilterUsed(false);
        chooser.setFileFilter(new FileNameExtensionFilter(look.get("attachment.kinds"), KINDS));
        return chooser;
    }

    private static void ask(JComponent over, String title, JFileChooser chooser, Runnable chosen) {
        Window owner = SwingUtilities.getWindowAncestor(over);
        var dialog = new JDialog(owner, title, JDialog.ModalityType.MODELESS);
        Look.named(chooser, "attachment.chooser", title);
        chooser.addActionListener(e -> {
            dialog.dispose();
            if (JFileChooser.APPROVE_SELECTION.equals(e.getActionCommand())) chosen.run();
            over.requestFocusInWindow();
        });
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.add(chooser);
        dialog.pack();
        dialog.setLocationRelativeTo(owner);
        dialog.setVisible(true);
    }
}
