package amends.desktop.inspection;

import amends.desktop.inspection.InspectionModel.Seeing;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.quality.InspectionList.Row;
import java.awt.CardLayout;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Whose recording this is: the agent by name, the customer by a masked number that is shown for a reason only. */
final class NumberView {
    private final Look look;
    private final InspectionModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final LineWords words;
    private final TextLine who;
    private final TextLine number;
    private final TextLine said;
    private final KeyButton ask;
    private final JTextField reason = new JTextField();
    private Seeing before = Seeing.MASKED;

    NumberView(Look look, InspectionModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        words = new LineWords(look);
        who = Look.named(look.line("", "emphasis"), "inspection.who", "");
        number = Look.named(look.figure("emphasis"), "inspection.number", "");
        said = Look.named(look.line("", "quiet"), "inspection.said", "");
        ask = look.button("inspection.reveal", look.get("inspection.reveal"), "Ctrl+U", model::askNumber);
        cards.setOpaque(false);
        cards.add(plain(), "plain");
        cards.add(asking(), "asking");
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "[28u!][36u!]");
        panel.add(who, "wmin 0");
        panel.add(cards, "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel plain() {
        JPanel plain = look.panel("insets 0, fill, gap 12u 0", "[][grow,fill][]", "[]");
        plain.add(number);
        plain.add(said, "wmin 0");
        plain.add(ask);
        return plain;
    }

    private JPanel asking() {
        Look.named(reason, "inspection.reason", look.get("inspection.reason"));
        reason.putClientProperty("JTextField.placeholderText", look.get("inspection.reason"));
        reason.addActionListener(e -> model.reveal(reason.getText()));
        reason.registerKeyboardAction(e -> model.askNumber(), KeyStroke.getKeyStroke("ESCAPE"), JPanel.WHEN_FOCUSED);
        JPanel asking = look.panel("insets 0, fill, gap 8u 0", "[grow,fill][][]", "[]");
        asking.add(reason, "wmin 0");
        asking.add(look.button(
                "inspection.show", look.get("inspection.show"), "Enter", () -> model.reveal(reason.getText())));
        asking.add(look.button("inspection.not", look.get("inspection.not"), "Esc", model::askNumber));
        return asking;
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        who.setText(model.chosen().map(this::whose).orElse(""));
        who.setToolTipText(model.chosen().flatMap(Row::line).map(words::why).orElse(null));
        number.setText(model.number());
        Seeing seeing = model.seeing();
        said.setText(said(seeing));
        Look.shaded(said, seeing == Seeing.MASKED ? Shade.QUIET : Shade.HOLD);
        ask.setVisible(!model.number().isEmpty());
        ask.setText(look.get(seeing == Seeing.MASKED ? "inspection.reveal" : "inspection.hide"));
        boolean asks = seeing == Seeing.ASKING;
        ((CardLayout) cards.getLayout()).show(cards, asks ? "asking" : "plain");
        if (asks && before != Seeing.ASKING) {
            reason.setText("");
            reason.requestFocusInWindow();
        }
        before = seeing;
    }

    private String said(Seeing seeing) {
        return switch (seeing) {
            case MASKED, ASKING -> "";
            case NO_REASON -> look.get("inspection.noReason");
            case REVEALED -> look.get("inspection.logged");
            case NO_NUMBER -> look.get("inspection.noNumber");
            case AWAY -> look.get("inspection.notNow");
        };
    }

    private String whose(Row row) {
        String agent = row.agent().name().isEmpty() ? "" : row.agent().name() + " · ";
        return agent
                + look.texts().moment(row.began(), time.now())
                + row.score().map(s -> " · " + look.texts().score(s)).orElse("")
                + row.line().map(line -> " · " + words.brief(line)).orElse("");
    }
}
