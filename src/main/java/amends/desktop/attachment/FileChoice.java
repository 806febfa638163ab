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

    /**
     * @param files remembers the folder until the window is closed: the next person has folders of their own
     * @param told with what was chosen, on the screen's thread; never when nothing was
     */
    public static void open(JComponent over, Look look, AttachmentsModel files, Consumer<List<Path>> told) {
        JFileChooser chooser = chooser(look, files);
        chooser.setDialogType(JFileChooser.OPEN_DIALOG);
        chooser.setMultiSelectionEnabled(true);
        ask(
                over,
                look.get("attachment.choose"),
                chooser,
                files,
                () -> told.accept(
                        Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList()));
    }

    /** @param files which saves it, and remembers likewise @param name what the file is called at first */
    static void save(JComponent over, Look look, AttachmentsModel files, String name) {
        JFileChooser chooser = chooser(look, files);
        chooser.setDialogType(JFileChooser.SAVE_DIALOG);
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
        ask(
                over,
                look.get("attachment.save"),
                chooser,
                files,
                () -> files.save(chooser.getSelectedFile().toPath()));
    }

    /** In the window's language rather than the system's. */
    private static JFileChooser chooser(Look look, AttachmentsModel files) {
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
        files.folder().map(Path::toFile).ifPresent(chooser::setCurrentDirectory);
        return chooser;
    }

    private static void ask(
            JComponent over, String title, JFileChooser chooser, AttachmentsModel files, Runnable chosen) {
        Window owner = SwingUtilities.getWindowAncestor(over);
        var dialog = new JDialog(owner, title, JDialog.ModalityType.MODELESS);
        Look.named(chooser, "attachment.chooser", title);
        chooser.addActionListener(e -> {
            dialog.dispose();
            files.looksIn(chooser.getCurrentDirectory().toPath());
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
