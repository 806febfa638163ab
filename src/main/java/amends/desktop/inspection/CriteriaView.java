package amends.desktop.inspection;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.quality.Criterion;
import amends.quality.ErrorKind;
import amends.quality.Mark;
import com.formdev.flatlaf.ui.FlatUIUtils;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The criteria, one a line. The whole is one control for the keyboard: up and down choose the line at hand, digits
 * give its mark.
 */
final class CriteriaView extends JPanel {
    private static final long serialVersionUID = 1;

    private final transient Look look;
    private final transient SheetModel model;
    private final transient List<Line> lines = new ArrayList<>();

    CriteriaView(Look look, SheetModel model) {
        super(new MigLayout(look.at("insets 0, fillx, wrap 1, gap 0 2u"), "[grow,fill]"));
        this.look = look;
        this.model = model;
        setOpaque(false);
        setFocusable(true);
        Look.named(this, "sheet.criteria", "");
        ErrorKind group = null;
        List<Criterion> criteria = model.scorecard().criteria();
        for (int i = 0; i < criteria.size(); i++) {
            Criterion criterion = criteria.get(i);
            if (criterion.kind() != group) add(group(criterion.kind()), look.at("wmin 0, gaptop 4u"));
            group = criterion.kind();
            var line = new Line(i, criterion);
            lines.add(line);
            add(line, "wmin 0");
        }
        bind("UP", -1);
        bind("DOWN", 1);
        Follow.models(this, this::refresh, model);
    }

    private TextLine group(ErrorKind kind) {
        return look.line(look.texts().word(kind), "quiet strong");
    }

    private void bind(String key, int step) {
        registerKeyboardAction(e -> model.go(model.current() + step), KeyStroke.getKeyStroke(key), WHEN_FOCUSED);
    }

    private Locale locale() {
        return look.texts().language().locale();
    }

    private void refresh() {
        lines.forEach(Line::refresh);
        Line now = lines.get(model.current());
        getAccessibleContext().setAccessibleName(now.spoken());
        repaint();
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        Component line = lines.get(model.current());
        var g2 = (Graphics2D) g.create();
        FlatUIUtils.setRenderingHints(g2);
        g2.setColor(Shade.ACCENT.tint(Shade.SHEET));
        g2.fillRoundRect(line.getX(), line.getY(), line.getWidth(), line.getHeight(), look.px(8), look.px(8));
        g2.setColor(isFocusOwner() ? Shade.ACCENT.color() : Shade.ACCENT.muted());
        g2.fillRoundRect(line.getX(), line.getY() + look.px(4), look.px(3), line.getHeight() - look.px(8), 3, 3);
        g2.dispose();
    }

    private final class Line extends JPanel {
        private static final long serialVersionUID = 1;
        private final int place;
        private final transient Criterion criterion;
        private final transient List<JToggleButton> buttons = new ArrayList<>();
        private final ButtonGroup group = new ButtonGroup();

        Line(int place, Criterion criterion) {
            super(new MigLayout(look.at("insets 1u 10u 1u 0, fillx, gap 4u 0"), "[grow,fill][]", "[]"));
            this.place = place;
            this.criterion = criterion;
            setOpaque(false);
            TextLine name = look.line(criterion.name().in(locale()), "");
            name.setToolTipText(criterion.question().in(locale()));
            add(name, look.at("wmin 0, hmin 28u"));
            JPanel row = look.panel("insets 0, gap 2u 0", "", "");
            for (int points = 0; points <= criterion.steps(); points++) row.add(button(word(points), Mark.of(points)));
            row.add(button("–", Mark.NOT_APPLICABLE));
            add(row);
            var press = new MouseAdapter() {
                @Override
                public void mousePressed(MouseEvent e) {
                    model.go(place);
                    CriteriaView.this.requestFocusInWindow();
                }
            };
            addMouseListener(press);
            name.addMouseListener(press);
        }

        private String word(int points) {
            if (criterion.steps() > 1) return String.valueOf(points);
            return points + " " + look.get(points == 0 ? "sheet.no" : "sheet.yes");
        }

        private JToggleButton button(String text, Mark mark) {
            var button = new JToggleButton(text);
            String name = criterion.name().in(locale());
            boolean none = mark instanceof Mark.NotApplicable;
            Look.named(button, "sheet.mark", name + ": " + (none ? look.get("sheet.notApplicable") : text));
            if (none) button.setToolTipText(look.get("sheet.notApplicable"));
            button.setFocusable(false);
            button.putClientProperty("FlatLaf.style", "margin: 1,6,1,6; minimumWidth: " + look.px(28));
            button.addActionListener(e -> {
                model.give(criterion, mark);
                CriteriaView.this.requestFocusInWindow();
            });
            group.add(button);
            buttons.add(button);
            return button;
        }

        void refresh() {
            int given = model.mark(criterion)
                    .map(mark -> mark instanceof Mark.Points(int points) ? points : buttons.size() - 1)
                    .orElse(-1);
            if (given < 0) group.clearSelection();
            for (int i = 0; i < buttons.size(); i++) {
                if (i == given) buttons.get(i).setSelected(true);
                buttons.get(i).setEnabled(model.isFilling());
            }
        }

        String spoken() {
            String mark = model.mark(criterion)
                    .map(m -> m instanceof Mark.Points(int points) ? word(points) : look.get("sheet.notApplicable"))
                    .orElseGet(() -> look.get("sheet.unmarked"));
            return criterion.name().in(locale()) + ": " + mark;
        }

        int place() {
            return place;
        }
    }
}
