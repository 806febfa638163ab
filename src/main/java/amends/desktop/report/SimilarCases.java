package amends.desktop.report;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.recovery.RecoveryCase;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;

/** What put the like right before, in at most two lines; the whole of it one hover away. Its room is always kept. */
public final class SimilarCases {
    private static final int MOST = 2;
    private final Look look;
    private final CasesModel model;
    private final JPanel panel;
    private final List<TextLine> lines = new ArrayList<>();

    public SimilarCases(Look look, CasesModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        for (int i = 0; i < MOST; i++) {
            TextLine line = Look.named(look.line(" ", "quiet"), "cases.similar", look.get("cases.similarTo"));
            lines.add(line);
            panel.add(line, look.at("wmin 0, h 20u!"));
        }
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        List<RecoveryCase> similar = model.similar();
        for (int i = 0; i < MOST; i++) {
            boolean there = i < similar.size();
            TextLine line = lines.get(i);
            line.setText(there ? words(similar.get(i)) : " ");
            line.setToolTipText(there ? similar.get(i).words().done() : null);
        }
    }

    private String words(RecoveryCase told) {
        return look.get(
                "cases.similar",
                told.words().title(),
                told.words().done().replace('\n', ' '),
                String.valueOf(told.after()));
    }
}
