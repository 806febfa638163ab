package amends.desktop.profile;

import amends.customer.FullProfile;
import amends.customer.FullProfile.ShownTag;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import java.awt.FlowLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What is said of the customer: a pill each, its evidence one hover or key away; and a line to say more. */
final class TagsView {
    private final Look look;
    private final PortraitModel model;
    private final TagWords words;
    private final JPanel panel;
    private final JPanel pills;
    private final JTextField name = new JTextField();
    private final JTextField evidence = new JTextField();
    private final JCheckBox open;

    TagsView(Look look, PortraitModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        words = new TagWords(look, time);
        pills = new JPanel(new Flowing(FlowLayout.LEADING, look.px(6), look.px(4)));
        pills.setOpaque(false);
        open = new JCheckBox(look.get("tag.open"), true);
        Look.named(open, "tag.open", look.get("tag.open"));
        Look.named(name, "tag.name", look.get("tag.name"));
        Look.named(evidence, "tag.evidence", look.get("tag.evidence"));
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 6u", "[grow,fill]", "[][]");
        panel.add(pills, "growx, wmin 0");
        JPanel add = look.panel("insets 0, fillx, gap 8u 0", "[][120u!][][grow,fill][][]", "[32u!]");
        add.add(look.label(look.get("tag.name"), name));
        add.add(name, look.at("w 120u!"));
        add.add(look.label(look.get("tag.evidence"), evidence));
        add.add(evidence, "growx, wmin 0");
        add.add(open);
        add.add(look.button("tag.add", look.get("tag.add"), "", this::add));
        evidence.addActionListener(e -> add());
        name.addActionListener(e -> evidence.requestFocusInWindow());
        panel.add(add, "growx, wmin 0");
    }

    JPanel panel() {
        return panel;
    }

    void focus() {
        if (pills.getComponentCount() > 0 && pills.getComponent(0) instanceof TagPill)
            pills.getComponent(0).requestFocusInWindow();
        else name.requestFocusInWindow();
    }

    private void add() {
        model.tag(name.getText(), evidence.getText(), open.isSelected());
        if (name.getText().isBlank() || evidence.getText().isBlank()) return;
        name.setText("");
        evidence.setText("");
    }

    void show(Optional<FullProfile> profile) {
        pills.removeAll();
        List<ShownTag> tags = profile.map(FullProfile::tags).orElse(List.of());
        for (ShownTag tag : tags) {
            var pill = new TagPill(look, words, tag);
            pill.opens(() -> new TagMenu(look, model, words, tag).show(pill));
            pills.add(pill);
        }
        if (tags.isEmpty()) pills.add(look.line(look.get("tag.none"), "quiet"));
        pills.revalidate();
        pills.repaint();
    }
}
