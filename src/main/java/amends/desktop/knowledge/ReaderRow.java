package amends.desktop.knowledge;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.knowledge.Feedback.Kind;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Below an article: whether it helped, or what is wrong with it. Its keys are letters, pressed in the article. */
final class ReaderRow {
    private static final String KINDS = "kinds";
    private static final String WORDS = "words";
    private static final Map<Kind, String> KEYS =
            new EnumMap<>(Map.of(Kind.HELPED, "H", Kind.DID_NOT_HELP, "N", Kind.WRONG, "W", Kind.MISSING, "M"));
    private final Look look;
    private final ReaderModel model;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final JTextField words = new JTextField();
    private final TextLine said;
    private boolean asking;

    /** @param article where the letters are pressed */
    ReaderRow(Look look, ReaderModel model, JComponent article) {
        this.look = look;
        this.model = model;
        // Large words leave no room for the letters: those are told on the button.
        boolean large = look.textPercent() > 110;
        JPanel kinds =
                look.panel("insets 0, fillx, gap 4u 0", "[grow,fill][grow,fill][grow,fill][grow,fill]", "[28u!,fill]");
        for (Kind kind : Kind.values()) {
            KeyButton button = look.button(
                    "knowledge.feedback." + kind, word(kind), large ? "" : KEYS.get(kind), () -> model.say(kind));
            button.putClientProperty("FlatLaf.style", "margin: 2,2,2,2");
            button.getAccessibleContext().setAccessibleName(look.texts().stateWord(kind) + " " + KEYS.get(kind));
            button.setToolTipText(look.texts().stateWord(kind) + "  " + KEYS.get(kind));
            kinds.add(button, look.at("wmin 0, sg"));
            on(article, KEYS.get(kind), () -> model.say(kind));
        }
        Look.named(words, "knowledge.feedback.words", look.get("knowledge.feedback.words"));
        words.putClientProperty("JTextField.placeholderText", look.get("knowledge.feedback.words"));
        on(words, "ENTER", () -> model.send(words.getText()));
        on(words, "ESCAPE", () -> {
            model.cancel();
            article.requestFocusInWindow();
        });
        said = look.line("", "quiet");
        cards.setOpaque(false);
        cards.add(kinds, KINDS);
        cards.add(words, WORDS);
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 2u, hidemode 3", "[grow,fill]", "[][18u!]");
        panel.add(cards, "wmin 0");
        panel.add(said, "wmin 0");
        panel.setVisible(model.mayGive());
        Follow.models(panel, this::refresh, model);
    }

    /** Short: four stand in a line. */
    private String word(Kind kind) {
        return switch (kind) {
            case HELPED -> look.get("knowledge.feedback.helped");
            case DID_NOT_HELP -> look.get("knowledge.feedback.didNot");
            case WRONG -> look.get("knowledge.feedback.wrong");
            case MISSING -> look.get("knowledge.feedback.missing");
        };
    }

    JPanel panel() {
        return panel;
    }

    private static void on(JComponent component, String key, Runnable act) {
        component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "feedback " + key);
        component.getActionMap().put("feedback " + key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                act.run();
            }
        });
    }

    private void refresh() {
        boolean asks = model.asking().isPresent();
        ((CardLayout) cards.getLayout()).show(cards, asks ? WORDS : KINDS);
        if (asks && !asking) {
            words.setText("");
            words.requestFocusInWindow();
        }
        asking = asks;
        said.setVisible(model.isAway() || model.said().isPresent());
        said.setText(
                model.isAway()
                        ? look.get("knowledge.feedback.away")
                        : model.said().map(a -> look.texts().stateWord(a)).orElse(""));
    }
}
