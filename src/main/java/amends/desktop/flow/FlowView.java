package amends.desktop.flow;

import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Typed;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingUtilities;

/**
 * Flows in the place of the answers: a list to choose from, or the step of the flow that is walked. A digit answers,
 * the left arrow or Backspace steps back, Enter starts what the step may start, the right arrow opens its article.
 */
public final class FlowView {
    private static final String LIST = "list";
    private static final String STEP = "step";

    private final Look look;
    private final FlowModel model;
    private final FlowWords words;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final JTextField search = new JTextField();
    private final Typed typed;
    private final DefaultListModel<FlowRow> rows = new DefaultListModel<>();
    private final JList<FlowRow> list = new JList<>(rows);
    private final FlowStepView step;
    private final KeyButton begin;
    private final KeyButton another;
    private boolean wasOpen;

    public FlowView(Look look, FlowModel model) {
        this.look = look;
        this.model = model;
        words = new FlowWords(look);
        panel = look.panel("insets 16u, fill, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "[][grow,fill][]");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        typed = Typed.in(search, model::typed);
        step = new FlowStepView(look, words, model);
        begin = look.button("flow.begin", look.get("flow.begin"), "Enter", this::begin);
        another = look.button("flow.another", look.get("flow.another"), "Esc", this::leave);
        arrange();
        keys();
        Follow.models(panel, this::refresh, model);
    }

    private void arrange() {
        Look.named(search, "flow.search", look.get("flow.search"));
        search.putClientProperty("JTextField.placeholderText", look.get("flow.search"));
        search.putClientProperty("JTextField.leadingIcon", Glyph.SEARCH.icon(look.px(16)));
        Look.named(list, "flow.list", look.get("flow.title"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setOpaque(false);
        list.setCellRenderer(new FlowCell(look, words));
        list.setFixedCellWidth(1);
        list.setFixedCellHeight(look.px(54));
        JScrollPane scroll = look.scroll(list);
        scroll.getVerticalScrollBar().setOpaque(false);
        JPanel choosing = look.panel("insets 0, fill, wrap 1, gap 0 8u", "[grow,fill]", "[32u!][grow,fill]");
        choosing.add(search, "wmin 0");
        choosing.add(scroll, "wmin 0, hmin 0");
        cards.setOpaque(false);
        cards.add(choosing, LIST);
        JScrollPane stepScroll = ScrollBox.around(look, step.panel());
        stepScroll.getVerticalScrollBar().setOpaque(false);
        cards.add(stepScroll, STEP);
        // Large words stand below one another.
        boolean large = look.textPercent() > 110;
        JPanel acts = look.panel(
                "insets 0, fill, gap 8u 8u, hidemode 3" + (large ? ", wrap 1" : ""),
                large ? "[grow,fill]" : "[grow,fill][grow,fill]",
                "[32u!,fill]");
        acts.add(begin, "wmin 0");
        acts.add(another, "wmin 0");
        acts.add(look.button("flow.answers", look.get("flow.answers"), "F1", model::toggle), "wmin 0");
        panel.add(look.heading("flow.title"), "wmin 0");
        panel.add(cards, "wmin 0, hmin 0");
        panel.add(acts, "wmin 0");
    }

    private void keys() {
        on(search, "DOWN", () -> model.choose(model.chosen() + 1));
        on(search, "UP", () -> model.choose(model.chosen() - 1));
        on(search, "ENTER", this::begin);
        on(search, "ESCAPE", () -> {
            if (search.getText().isEmpty()) model.toggle();
            else search.setText("");
        });
        on(list, "ENTER", this::begin);
        on(step.panel(), "LEFT", model::back);
        on(step.panel(), "BACK_SPACE", model::back);
        on(step.panel(), "ENTER", model::act);
        on(step.panel(), "RIGHT", model::article);
        on(step.panel(), "ESCAPE", this::leave);
        list.addListSelectionListener(e -> {
            if (list.getSelectedIndex() >= 0) model.choose(list.getSelectedIndex());
        });
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                if (at < 0 || !list.getCellBounds(at, at).contains(e.getPoint())) return;
                model.choose(at);
                begin();
            }
        });
    }

    private static void on(JComponent component, String key, Runnable act) {
        component.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(key), key);
        component.getActionMap().put(key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                act.run();
            }
        });
    }

    public JPanel panel() {
        return panel;
    }

    /** A digit answers while the step has the focus. @return whether it was one */
    public boolean typed(char key) {
        Component focused =
                KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (key < '1' || key > '9' || focused == null || !panel.isShowing()) return false;
        return SwingUtilities.isDescendingFrom(focused, step.panel()) && model.answer(key - '1');
    }

    private void begin() {
        model.begin();
        focus();
    }

    private void leave() {
        model.another();
        focus();
    }

    /** The focus goes where the keys are meant. */
    public void focus() {
        if (model.face().isPresent()) step.panel().requestFocusInWindow();
        else search.requestFocusInWindow();
    }

    private void refresh() {
        boolean walking = model.face().isPresent();
        typed.show(model.text());
        rows(model.rows());
        if (!model.rows().isEmpty()) {
            list.setSelectedIndex(model.chosen());
            list.ensureIndexIsVisible(model.chosen());
        }
        step.show(model.face());
        boolean moved = panel.isShowing()
                && model.isOpen()
                && wasOpen
                && walking != step.panel().isShowing();
        ((CardLayout) cards.getLayout()).show(cards, walking ? STEP : LIST);
        begin.setVisible(!walking);
        begin.setEnabled(!model.rows().isEmpty());
        another.setVisible(walking);
        if (moved) focus();
        wasOpen = model.isOpen();
    }

    private void rows(List<FlowRow> now) {
        if (now.equals(java.util.Collections.list(rows.elements()))) return;
        rows.clear();
        rows.addAll(now);
    }
}
