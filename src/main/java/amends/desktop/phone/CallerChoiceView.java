package amends.desktop.phone;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.telephony.CallerNumber;
import amends.telephony.ShownAs;
import java.awt.Component;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;

/** Under which number the next call is made; above the number to call, while there is no call and where there is a choice. */
final class CallerChoiceView {
    private final Look look;
    private final PhoneModel phone;
    private final CallerModel model;
    private final JPanel panel;
    private final JComboBox<ShownAs> choice;
    private boolean refreshing;

    CallerChoiceView(Look look, PhoneModel phone) {
        this.look = look;
        this.phone = phone;
        this.model = phone.caller();
        choice = Look.named(
                new JComboBox<>(model.choices().toArray(ShownAs[]::new)),
                "phone.caller",
                look.get("phone.caller") + " Ctrl+Shift+N");
        choice.setToolTipText(look.get("phone.caller") + "  Ctrl+Shift+N");
        choice.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean chosen, boolean focused) {
                return super.getListCellRendererComponent(list, words((ShownAs) value), index, chosen, focused);
            }
        });
        choice.addActionListener(e -> {
            if (!refreshing && choice.getSelectedItem() instanceof ShownAs shown) model.choose(shown);
        });
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        panel.add(look.line(look.get("phone.caller") + "  Ctrl+Shift+N", "quiet"), "wmin 0");
        panel.add(choice, look.at("wmin 0, h 30u!"));
        Follow.models(panel, this::refresh, model, phone);
    }

    JPanel panel() {
        return panel;
    }

    private String words(ShownAs shown) {
        return switch (shown) {
            case ShownAs.Own() -> look.get("phone.caller.own");
            case ShownAs.Withheld() -> look.get("phone.caller.withheld");
            case ShownAs.Number number -> {
                String name = model.named(number).map(CallerNumber::name).orElse("");
                yield name.isEmpty() ? number.number() : name + "  " + number.number();
            }
        };
    }

    /** In a call the room is the call's; who is dialled then is called as was chosen before. */
    private void refresh() {
        panel.setVisible(model.isAsked() && phone.primary().isEmpty());
        refreshing = true;
        choice.setSelectedItem(model.chosen());
        refreshing = false;
    }

    void open() {
        if (!panel.isVisible()) return;
        choice.requestFocusInWindow();
        choice.showPopup();
    }
}
