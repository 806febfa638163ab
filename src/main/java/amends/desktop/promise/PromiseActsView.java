package amends.desktop.promise;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.promise.Promise;
import amends.promise.PromiseEvent;
import amends.promise.PromiseOwner;
import java.awt.Component;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** What can be done to the promise that is chosen, a key each; what takes words is asked for in the same place. */
final class PromiseActsView {
    private enum Asking {
        BREAK,
        WITHDRAW,
        HAND_OVER
    }

    private final Look look;
    private final PromisesModel model;
    private final RowTable<Promise> table;
    private final JPanel panel;
    private final JPanel buttons;
    private final JPanel form;
    private final KeyButton keep;
    private final TextLine question;
    private final JTextField words = new JTextField();
    private final JComboBox<PromiseOwner> to = new JComboBox<>();
    private final TextLine refused;
    private Optional<Asking> asking = Optional.empty();
    private Promise about;

    PromiseActsView(Look look, PromisesModel model, RowTable<Promise> table) {
        this.look = look;
        this.model = model;
        this.table = table;
        keep = button("promises.keep", "K", this::keep);
        Look.styled(keep, "main");
        buttons = look.panel("insets 0, gap 8u 0, hidemode 3", "[][][][]push[]", "[32u!]");
        buttons.add(keep);
        buttons.add(button("promises.break", "B", () -> ask(Asking.BREAK)));
        buttons.add(button("promises.withdraw", "W", () -> ask(Asking.WITHDRAW)));
        buttons.add(button("promises.handOver", "H", () -> ask(Asking.HAND_OVER)));
        refused = look.line("", "");
        Look.shaded(refused, Shade.DANGER);
        buttons.add(refused, "wmin 0");
        question = look.line("", "strong");
        Look.named(words, "promises.words", look.get("promises.words"));
        Look.named(to, "promises.to", look.get("promises.handOverTo"));
        to.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String word = value == null ? "" : model.names().owner(look, (PromiseOwner) value);
                return super.getListCellRendererComponent(list, word, index, selected, focused);
            }
        });
        words.addActionListener(e -> done());
        form = look.panel("insets 0, fillx, gap 8u 0, hidemode 3", "", "[32u!]");
        form.add(question);
        form.add(to);
        form.add(words, "wmin 0, pushx, growx");
        form.add(button("promises.done", "Enter", this::done));
        form.add(button("promises.leave", "Esc", this::leave));
        form.registerKeyboardAction(
                e -> leave(), KeyStroke.getKeyStroke("ESCAPE"), JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT);
        panel = look.panel("insets 0, fillx, wrap 1, gap 0, hidemode 3", "[grow,fill]", "");
        panel.add(buttons, "wmin 0");
        panel.add(form, "wmin 0");
        table.getSelectionModel().addListSelectionListener(e -> refresh());
        Follow.models(panel, this::refresh, model);
    }

    private KeyButton button(String key, String stroke, Runnable act) {
        return look.button(key, look.get(key), stroke, act);
    }

    JPanel panel() {
        return panel;
    }

    /** @return whether the key was one of the acts' and there is something to do it to */
    boolean typed(char key) {
        if (asking.isPresent() || table.chosen() == null) return false;
        switch (Character.toUpperCase(key)) {
            case 'K' -> keep();
            case 'B' -> ask(Asking.BREAK);
            case 'W' -> ask(Asking.WITHDRAW);
            case 'H' -> ask(Asking.HAND_OVER);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void keep() {
        Promise chosen = table.chosen();
        if (chosen != null) model.keep(chosen);
    }

    private void ask(Asking what) {
        about = table.chosen();
        if (about == null) return;
        asking = Optional.of(what);
        words.setText("");
        if (what == Asking.HAND_OVER)
            to.setModel(new DefaultComboBoxModel<>(model.others(about).toArray(PromiseOwner[]::new)));
        refresh();
        (what == Asking.HAND_OVER ? to : words).requestFocusInWindow();
    }

    private void done() {
        String said = words.getText().strip();
        if (asking.isEmpty()) return;
        if (said.isEmpty() && asking.get() != Asking.HAND_OVER || said.length() > PromiseEvent.MOST_WORDS) {
            words.requestFocusInWindow();
            return;
        }
        switch (asking.get()) {
            case BREAK -> model.giveUp(about, said);
            case WITHDRAW -> model.withdraw(about, said);
            case HAND_OVER -> {
                if (to.getSelectedItem() == null) return;
                model.handOver(about, (PromiseOwner) to.getSelectedItem(), said);
            }
        }
        leave();
    }

    private void leave() {
        asking = Optional.empty();
        refresh();
        table.requestFocusInWindow();
    }

    private String asked(Asking what) {
        return switch (what) {
            case BREAK -> look.get("promises.askBreak", about.code());
            case WITHDRAW -> look.get("promises.askWithdraw", about.code());
            case HAND_OVER -> look.get("promises.askHandOver", about.code());
        };
    }

    private void refresh() {
        boolean chosen = table.chosen() != null;
        for (Component each : buttons.getComponents()) if (each instanceof KeyButton button) button.setEnabled(chosen);
        form.setVisible(asking.isPresent());
        buttons.setVisible(asking.isEmpty());
        to.setVisible(asking.filter(a -> a == Asking.HAND_OVER).isPresent());
        question.setText(asking.map(this::asked).orElse(""));
        refused.setText(model.refused().map(look.texts()::stateWord).orElse(""));
    }
}
