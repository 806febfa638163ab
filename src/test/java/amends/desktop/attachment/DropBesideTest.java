package amends.desktop.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.look.ScaledPicture;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.swing.JTextField;
import javax.swing.TransferHandler;
import javax.swing.TransferHandler.TransferSupport;
import org.junit.jupiter.api.Test;

/** What lands where when it is dropped on a field of text. */
class DropBesideTest {
    private final List<Path> files = new ArrayList<>();
    private final List<ScaledPicture> pictures = new ArrayList<>();
    private final List<Transferable> texts = new ArrayList<>();
    private final TransferHandler own = new TransferHandler() {
        private static final long serialVersionUID = 1;

        @Override
        public boolean canImport(TransferSupport support) {
            return support.isDataFlavorSupported(DataFlavor.stringFlavor);
        }

        @Override
        public boolean importData(TransferSupport support) {
            return texts.add(support.getTransferable());
        }
    };
    private boolean may = true;
    private final DropBeside drop = new DropBeside(new PictureDrop(files::addAll, pictures::add), () -> may, own);

    /** Files as some systems give them: as text too. */
    private record Dropped(File file) implements Transferable {
        private static final List<DataFlavor> FLAVORS = List.of(DataFlavor.javaFileListFlavor, DataFlavor.stringFlavor);

        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return FLAVORS.toArray(DataFlavor[]::new);
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return Arrays.asList(getTransferDataFlavors()).contains(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            return flavor.equals(DataFlavor.javaFileListFlavor)
                    ? List.of(file)
                    : file.toURI().toString();
        }
    }

    private boolean drops(Transferable what) {
        var support = new TransferSupport(new JTextField(), what);
        return drop.canImport(support) && drop.importData(support);
    }

    @Test
    void a_file_becomes_an_attachment_and_text_stays_text() {
        assertThat(drops(new Dropped(new File("plan.png")))).isTrue();
        assertThat(drops(new StringSelection("words"))).isTrue();
        assertThat(files).containsExactly(Path.of("plan.png"));
        assertThat(texts).hasSize(1);
    }

    @Test
    void where_nothing_may_change_no_file_is_taken() {
        may = false;
        assertThat(drops(new StringSelection("words"))).isTrue();
        drops(new Dropped(new File("plan.png")));
        assertThat(files).isEmpty();
    }
}
