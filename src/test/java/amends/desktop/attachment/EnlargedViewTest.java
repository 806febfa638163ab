package amends.desktop.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeAuthors;
import amends.desktop.PostingWork;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.knowledge.AttachmentCheck.Judged;
import amends.knowledge.SomeFiles;
import java.awt.CardLayout;
import java.awt.event.KeyEvent;
import java.time.ZoneId;
import java.util.List;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnlargedViewTest extends UnderXvfb {
    private final CardLayout cards = new CardLayout();
    private final JPanel content = new JPanel(cards);
    private JFrame frame;

    @AfterEach
    void close() {
        does(() -> frame.dispose());
    }

    @Test
    void a_picture_leaves_the_window_with_the_page_it_was_opened_from() {
        var ports = desk.authors.port(FakeAuthors.CHEN).attachments();
        var model = new AttachmentsModel(ports, new PostingWork(Runnable::run, Runnable::run));
        var plan = (Judged.Fit) ports.box().take("plan.png", SomeFiles.picture("png", 60, 40), List.of());
        does(() -> {
            var look = new Look(new Texts(Language.EN, ZoneId.of("Asia/Shanghai")), 100);
            var rows = new AttachmentRows(look, model, false);
            content.add(rows.panel(), "amends");
            content.add(new JPanel(), "call");
            frame = new JFrame();
            frame.setContentPane(content);
            frame.setSize(600, 400);
            frame.setVisible(true);
            model.show(List.of(plan.attachment()));
            rows.list().requestFocusInWindow();
        });
        until("the list has the focus", () -> find(content, "attachment.list").isFocusOwner());
        press(KeyEvent.VK_ENTER);
        assertThat(focused()).isEqualTo("attachment.enlarged");
        does(() -> cards.show(content, "call"));
        assertThat(onScreen(() -> find(frame.getLayeredPane(), "attachment.enlarged")))
                .isNull();
        assertThat(onScreen(model::enlarged)).isEmpty();
        until("the focus is nowhere harmful", () -> frame.getRootPane().isFocusOwner());
    }
}
