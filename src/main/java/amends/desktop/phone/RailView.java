package amends.desktop.phone;

import amends.desktop.agent.AgentModel;
import amends.desktop.agent.QueueView;
import amends.desktop.agent.StateView;
import amends.desktop.look.Look;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.OwedMark;
import javax.swing.JPanel;
import javax.swing.JSeparator;

/** The rail at the left: my state, the phone, the queues. */
public final class RailView {
    private final JPanel panel;
    private final KeypadView keypad;
    private final MoveView move;
    private final DialView dial;

    public RailView(Look look, PhoneModel phone, AgentModel agent, ProfileModel profiles, OwedMark.Source owed) {
        panel = look.panel("insets 12u, fillx, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "");
        panel.setOpaque(true);
        Look.styled(panel, "rail");
        keypad = new KeypadView(look, phone);
        move = new MoveView(look, phone.moves());
        panel.add(new StateView(look, agent).panel(), "wmin 0");
        panel.add(new JSeparator(), "");
        panel.add(new CallView(look, phone, agent, profiles, owed).panel(), "wmin 0");
        panel.add(new SignsView(look, phone).panel(), "wmin 0");
        panel.add(move.panel(), "wmin 0");
        panel.add(keypad.panel(), "wmin 0");
        panel.add(new OtherCallsView(look, phone, agent, profiles).panel(), "wmin 0");
        dial = new DialView(look, phone);
        panel.add(dial.panel(), "wmin 0, pushy, aligny bottom");
        panel.add(new JSeparator(), "");
        panel.add(new QueueView(look, agent).panel(), "wmin 0");
    }

    public JPanel panel() {
        return panel;
    }

    /** Opens the choice of the number that is called under, where there is one. */
    public void chooseCaller() {
        dial.caller().open();
    }

    public MoveView move() {
        return move;
    }

    public KeypadView keypad() {
        return keypad;
    }
}
