package amends.desktop.team;

import amends.acd.AgentFigures;
import amends.acd.VisitMode;
import amends.acd.VisitState;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JPanel;

/** Under the agents: how the lead is in a call, and the keys for it; both have their place always. */
final class VisitView {
    /** What each key does, in the order of how much is done. */
    static final Map<VisitMode, String> KEYS = Map.of(
            VisitMode.LISTEN, "ctrl shift L",
            VisitMode.WHISPER, "ctrl shift W",
            VisitMode.BARGE, "ctrl shift B",
            VisitMode.INTERCEPT, "ctrl shift I");

    static final String LEAVE_KEY = "ctrl shift X";

    private final Look look;
    private final TeamModel team;
    private final VisitModel visits;
    private final TextLine line;
    private final JPanel panel;
    private final Map<VisitMode, KeyButton> buttons = new EnumMap<>(VisitMode.class);
    private final KeyButton leave;

    VisitView(Look look, TeamModel team, VisitModel visits) {
        this.look = look;
        this.team = team;
        this.visits = visits;
        line = Look.named(look.line("", "quiet"), "team.visit", "");
        panel = look.panel("insets 0, fillx, gap 6u 6u", "[grow,fill]", "[20u!][32u!][32u!][32u!]");
        panel.add(line, "wrap, growx, wmin 0");
        for (VisitMode mode : VisitMode.values()) {
            String key = shown(KEYS.get(mode));
            var button = look.button("team.visit." + mode, look.texts().word(mode), key, () -> visits.want(mode));
            buttons.put(mode, button);
        }
        leave = look.button("team.visit.leave", look.get("team.visit.leave"), shown(LEAVE_KEY), visits::leave);
        // Two in a row: three words with their keys have no room in large letters.
        panel.add(buttons.get(VisitMode.LISTEN), "split 2, growx, sg visit, wmin 0");
        panel.add(buttons.get(VisitMode.WHISPER), "growx, sg visit, wmin 0, wrap");
        panel.add(buttons.get(VisitMode.BARGE), "split 2, growx, sg visit, wmin 0");
        panel.add(buttons.get(VisitMode.INTERCEPT), "growx, sg visit, wmin 0, wrap");
        panel.add(leave, "growx, wmin 0");
        Follow.models(panel, this::refresh, team, visits);
    }

    private static String shown(String key) {
        return key.replace("ctrl shift ", "Ctrl+Shift+");
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        VisitState now = visits.state();
        String text = words(now);
        if (!line.getText().equals(text)) line.setText(text);
        Look.shaded(
                line,
                now.refusal().isPresent() || visits.isNobodyChosen()
                        ? Shade.HOLD
                        : now.mode().isPresent() ? Shade.TALK : Shade.QUIET);
        leave.setEnabled(now.extension().isPresent());
    }

    private String words(VisitState now) {
        if (visits.isNobodyChosen()) return look.get("team.visit.whom");
        String who = now.extension().map(this::name).orElse("");
        if (now.refusal().isPresent()) return look.texts().word(now.refusal().get());
        if (now.asked().isPresent()) return look.get("team.visit.asking", who);
        return now.mode()
                .map(m -> words(m, who, Texts.clock(visits.lasting())))
                .orElseGet(() -> look.get("team.visit.none"));
    }

    private String words(VisitMode mode, String who, String since) {
        return switch (mode) {
            case LISTEN -> look.get("team.visit.listening", who, since);
            case WHISPER -> look.get("team.visit.whispering", who, since);
            case BARGE -> look.get("team.visit.joined", who, since);
            case INTERCEPT -> look.get("team.visit.taking", who, since);
        };
    }

    private String name(String extension) {
        return team.agents().stream()
                .filter(a -> a.extension().equals(extension))
                .map(AgentFigures::name)
                .findFirst()
                .orElse(extension);
    }
}
