package amends.desktop.phone;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.phone.MoveModel.Face;
import amends.telephony.Call;
import amends.telephony.Party;
import amends.telephony.Transfer;
import java.awt.CardLayout;
import java.awt.Insets;
import java.awt.event.ActionEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Leading the call at hand elsewhere: one line of how it stands or a field for whom, and two buttons below. */
public final class MoveView {
    private final Look look;
    private final MoveModel moves;
    private final JPanel panel;
    private final CardLayout cards = new CardLayout();
    private final JPanel place = new JPanel(cards);
    private final TextLine line;
    private final JTextField to = new JTextField();
    private final KeyButton first;
    private final KeyButton second;
    private final ColleagueRows rows;
    private boolean wasChoosing;

    MoveView(Look look, MoveModel moves) {
        this.look = look;
        this.moves = moves;
        line = Look.named(look.line("", ""), "move.line", "");
        Look.named(to, "move.to", look.get("move.to"));
        to.putClientProperty("JTextField.placeholderText", look.get("move.to"));
        to.addActionListener(e -> first());
        key("ESCAPE", () -> moves.choose(false));
        first = look.button("move.first", "", "F8", this::first);
        second = look.button("move.second", "", "Ctrl+F8", this::second);
        for (KeyButton button : new KeyButton[] {first, second}) {
            // At 100 %: the theme itself scales a button's margin and gap.
            button.setMargin(new Insets(4, 3, 4, 3));
            button.setIconTextGap(3);
        }
        place.setOpaque(false);
        place.add(line, "line");
        place.add(to, "field");
        rows = new ColleagueRows(look, to::setText);
        panel = look.panel(
                "insets 0, fillx, gap 8u 8u, wrap 2, hidemode 0", "[grow,fill,sg][grow,fill,sg]", "[32u!][36u!]");
        panel.add(place, "span, growx, wmin 0");
        panel.add(first, "wmin 0");
        panel.add(second, "wmin 0");
        panel.add(rows.panel(), "span, growx, hidemode 3");
        key("DOWN", () -> rows.choose(1));
        key("UP", () -> rows.choose(-1));
        to.getDocument().addDocumentListener(new Typing());
        Follow.models(panel, this::refresh, moves);
    }

    private void key(String stroke, Runnable act) {
        to.getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
        to.getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                act.run();
            }
        });
    }

    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            rows.show(moves.matching(to.getText()));
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            rows.show(moves.matching(to.getText()));
        }

        @Override
        public void changedUpdate(DocumentEvent e) {}
    }

    /** Who was chosen by the arrows, else what was typed. */
    private String wanted() {
        return rows.chosen().orElseGet(to::getText);
    }

    JComponent panel() {
        return panel;
    }

    /** F8. */
    public void first() {
        moves.first(wanted());
    }

    /** Ctrl+F8. */
    public void second() {
        moves.second(wanted());
    }

    private void refresh() {
        Face face = moves.face();
        panel.setVisible(!(face instanceof Face.Nothing));
        switch (face) {
            case Face.Nothing nothing -> show("", "", "");
            case Face.Possible(Call call, Optional<Transfer> failed) ->
                show(said(failed), PhoneModel.isRinging(call) ? "move.sendOn" : "move.transfer", "");
            case Face.Choosing(Call call, boolean ringing) ->
                show("", ringing ? "move.sendOn" : "move.blind", ringing ? "" : "move.askFirst");
            case Face.Two(Call waits, Call talks, Optional<Transfer> failed) ->
                show(said(failed), "move.connect", "move.confer");
            case Face.Moving(Transfer transfer) -> show(going(transfer), "move.transfer", "");
            case Face.Asked(Call call, Party whom) ->
                show(look.get("move.asked", whom.user()), "move.dial", "move.decline");
            case Face.Together(Call one, Call other) -> show(look.get("move.together"), "move.leave", "move.part");
        }
        first.setEnabled(!(face instanceof Face.Moving));
        field(face instanceof Face.Choosing);
        rows.panel().setVisible(face instanceof Face.Choosing);
        if (face instanceof Face.Choosing) rows.show(moves.matching(to.getText()));
    }

    private void field(boolean choosing) {
        cards.show(place, choosing ? "field" : "line");
        if (choosing && !wasChoosing) {
            to.setText("");
            to.requestFocusInWindow();
        }
        wasChoosing = choosing;
    }

    private void show(String said, String firstKey, String secondKey) {
        if (!line.getText().equals(said)) line.setText(said);
        line.setToolTipText(said.isEmpty() ? null : said);
        label(first, firstKey, "F8");
        label(second, secondKey, "Ctrl+F8");
    }

    private void label(KeyButton button, String key, String stroke) {
        button.setVisible(!key.isEmpty());
        if (key.isEmpty() || button.getText().equals(look.get(key))) return;
        button.setText(look.get(key));
        button.getAccessibleContext().setAccessibleName(look.get(key) + " " + stroke);
    }

    private String going(Transfer transfer) {
        String whom = name(transfer);
        return look.get(transfer.stage() == Transfer.Stage.RINGING ? "move.ringing" : "move.going", whom);
    }

    private String said(Optional<Transfer> failed) {
        return failed.map(t -> look.get("move.failed", name(t), why(t.status())))
                .orElse("");
    }

    private static String name(Transfer transfer) {
        String name = transfer.to().displayName();
        return name.isEmpty() ? transfer.to().user() : name;
    }

    private String why(int status) {
        return look.get(
                switch (status) {
                    case 486, 600 -> "move.busy";
                    case 404, 410, 484, 604 -> "move.unknown";
                    case 408, 480, 487 -> "move.noAnswer";
                    case 403, 603 -> "move.refused";
                    default -> "move.trouble";
                });
    }
}
