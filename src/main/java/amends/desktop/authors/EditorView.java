package amends.desktop.authors;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleLife.Use;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Audience;
import amends.knowledge.Manuscript;
import amends.staff.StaffMember;
import java.awt.CardLayout;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.text.JTextComponent;

/** The article at hand: its fields, or how its versions differ; below them what can be done with it. */
final class EditorView {
    private static final String FIELDS = "fields";
    private static final String VERSIONS = "versions";
    private final Look look;
    private final ArticlesModel model;
    private final ArticleSteps steps;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final JTextField slug = new JTextField();
    private final JComboBox<ArticleLanguage> language = new JComboBox<>(ArticleLanguage.values());
    private final JTextField title = new JTextField();
    private final JTextField category = new JTextField();
    private final JTextField tags = new JTextField();
    private final JComboBox<Audience> audience = new JComboBox<>(Audience.values());
    private final JTextField from = new JTextField();
    private final JTextField until = new JTextField();
    private final JComboBox<Optional<UUID>> owner = new JComboBox<>();
    private final JTextField reviewDue = new JTextField();
    private final JTextArea questions = new JTextArea(3, 30);
    private final JTextArea body = new JTextArea(8, 30);
    private final JTextField sms = new JTextField();
    private final JTextField reason = new JTextField();
    private final Map<JTextComponent, Typed> typed = new LinkedHashMap<>();
    private final Typed typedReason;
    private final TextLine standing;
    private final KeyButton toList;
    private final TextLine said;
    private final VersionsView versions;
    private final FilesView files;
    private final Map<String, KeyButton> buttons = new LinkedHashMap<>();
    private final Map<KeyStroke, Runnable> acts = new LinkedHashMap<>();
    private List<StaffMember> people = List.of();
    private boolean refreshing;

    /** @param back to the list, where there is no room for it beside the article */
    EditorView(Look look, ArticlesModel model, FilesModel files, Runnable back, Timekeeper time) {
        this.look = look;
        this.model = model;
        steps = model.steps();
        this.files = new FilesView(look, files);
        versions = new VersionsView(look, model.versions());
        standing = look.line("", "strong");
        said = look.line("", "");
        Look.named(said, "authors.said", "");
        for (JTextComponent field : List.of(slug, title, category, tags, from, until, reviewDue, questions, body, sms))
            typed.put(field, Typed.in(field, text -> typed()));
        typedReason = Typed.in(reason, model::typedReason);
        language.addActionListener(e -> typed());
        audience.addActionListener(e -> typed());
        owner.addActionListener(e -> typed());
        words(language, l -> look.texts().stateWord(l));
        words(audience, a -> look.texts().stateWord(a));
        words(owner, o -> o.map(model::name).orElse(look.get("authors.nobody")));
        cards.setOpaque(false);
        cards.add(ScrollBox.around(look, fields()), FIELDS);
        cards.add(compared(), VERSIONS);
        acts.put(KeyStroke.getKeyStroke("alt F"), this.files::choose);
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0 6u, hidemode 3", "[grow,fill]", "[24u!][grow,fill][30u!][20u!][32u!]");
        toList = look.button("authors.toList", look.get("authors.toList"), "Ctrl+L", back);
        toList.setVisible(false);
        panel.add(standing, "wmin 0");
        panel.add(cards, "grow, wmin 0, hmin 0");
        panel.add(reasonRow(), "wmin 0");
        panel.add(said, "wmin 0");
        panel.add(buttons(), "wmin 0");
        this.files.receiveAt(panel, typed.keySet());
        Follow.models(panel, this::refresh, model);
    }

    private static <E> void words(JComboBox<E> box, Function<E, String> word) {
        box.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            @SuppressWarnings("unchecked")
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean selected, boolean focused) {
                String text = value == null ? "" : word.apply((E) value);
                return super.getListCellRendererComponent(list, text, index, selected, focused);
            }
        });
    }

    JPanel panel() {
        return panel;
    }

    private JPanel fields() {
        JPanel all = look.panel(
                "insets 0, fill, gap 8u 4u",
                "[]8u[grow 50,fill][]8u[grow 50,fill]",
                "[28u!][28u!][28u!][28u!][28u!][72u!][grow,fill][28u!][]");
        add(all, "authors.title", title, "span 3, growx, wrap");
        add(all, "authors.slug", slug, "wmin 0");
        add(all, "authors.language", language, "wmin 0, wrap");
        add(all, "authors.category", category, "wmin 0");
        add(all, "authors.audience", audience, "wmin 0, wrap");
        add(all, "authors.from", dates(), "wmin 0");
        add(all, "authors.tags", tags, "wmin 0, wrap");
        add(all, "authors.owner", owner, "wmin 0");
        add(all, "authors.reviewDue", reviewDue, "wmin 0, wrap");
        add(all, "authors.questions", area(questions), "span 3, grow, wmin 0, wrap");
        add(all, "authors.body", area(body), "span 3, grow, wmin 0, hmin 80u, wrap");
        add(all, "authors.sms", sms, "span 3, growx, wmin 0, wrap");
        add(all, "authors.files", files.panel(), "span 3, growx, wmin 0");
        Look.named(questions, "authors.field.questions", look.get("authors.questions"));
        Look.named(body, "authors.field.body", look.get("authors.body"));
        Look.named(from, "authors.field.from", look.get("authors.from"));
        Look.named(until, "authors.field.until", look.get("authors.until"));
        return all;
    }

    private JPanel dates() {
        JPanel dates = look.panel("insets 0, fill, gap 4u 0", "[grow,fill][][grow,fill]", "[grow,fill]");
        day(from);
        day(until);
        day(reviewDue);
        dates.add(from, "wmin 0");
        dates.add(look.line("–", "quiet"));
        dates.add(until, "wmin 0");
        return dates;
    }

    private void day(JTextField field) {
        field.putClientProperty("JTextField.placeholderText", look.get("authors.day"));
    }

    private void add(JPanel to, String key, JComponent field, String place) {
        JPanel word = look.panel("insets 3u 0 0 0", "[]", "[]push");
        word.add(look.label(look.get(key), field));
        to.add(word, "growy");
        if (field instanceof JTextField || field instanceof JComboBox)
            field.setName(key.replace("authors.", "authors.field."));
        to.add(field, look.at(place));
    }

    private JScrollPane area(JTextArea area) {
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        var scroll = new JScrollPane(area);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    private JPanel reasonRow() {
        Look.named(reason, "authors.reason", look.get("authors.reason"));
        reason.putClientProperty("JTextField.placeholderText", look.get("authors.reason.hint"));
        JPanel row = look.panel("insets 0, fill, gap 8u 0", "[grow,fill][][][]", "[grow,fill]");
        row.add(reason, "wmin 0");
        row.add(button("authors.sendBack", "alt B", steps::sendBack));
        row.add(button("authors.retire", "alt X", steps::retire));
        row.add(button("authors.drop", "alt D", steps::drop));
        return row;
    }

    private JPanel buttons() {
        JPanel row = look.panel("insets 0, fillx, gap 8u 0, hidemode 3", "[][]push[][]", "[grow,fill]");
        row.add(Look.styled(button("authors.submit", "ctrl ENTER", steps::goOn), "main"));
        row.add(button("authors.save", "ctrl S", model::save));
        row.add(toList, "cell 2 0");
        row.add(button("authors.compare", "ctrl H", model::compare), "cell 3 0");
        return row;
    }

    private JPanel compared() {
        JPanel all = look.panel("insets 0, fill, wrap 1, gap 0 6u", "[grow,fill]", "[grow,fill][30u!]");
        all.add(versions.panel(), "grow, wmin 0, hmin 0");
        JPanel row = look.panel("insets 0, fillx, gap 8u 0", "push[][]", "[grow,fill]");
        row.add(button("authors.rollBack", "alt R", steps::rollBack));
        row.add(button("authors.markWrong", "alt W", steps::markWrong));
        all.add(row, "wmin 0");
        return all;
    }

    private KeyButton button(String name, String key, Runnable act) {
        String shown = key.replace("ctrl ENTER", "Ctrl+Enter")
                .replace("ctrl ", "Ctrl+")
                .replace("alt ", "Alt+");
        KeyButton button = look.button(name, look.get(name), shown, act);
        buttons.put(name, button);
        acts.put(KeyStroke.getKeyStroke(key), () -> {
            if (button.isEnabled()) act.run();
        });
        return button;
    }

    /** Whether the list is not beside it. */
    void alone(boolean now) {
        toList.setVisible(now);
    }

    void focusFirst() {
        title.requestFocusInWindow();
    }

    boolean pressed(KeyStroke key) {
        Runnable act = acts.get(key);
        if (act != null) act.run();
        return act != null;
    }

    private void typed() {
        if (refreshing) return;
        model.typed(new ArticleForm(
                slug.getText(),
                (ArticleLanguage) language.getSelectedItem(),
                title.getText(),
                category.getText(),
                questions.getText(),
                tags.getText(),
                (Audience) audience.getSelectedItem(),
                from.getText(),
                until.getText(),
                body.getText(),
                sms.getText(),
                chosenOwner(),
                reviewDue.getText(),
                model.form().attachments()));
    }

    @SuppressWarnings("unchecked")
    private Optional<UUID> chosenOwner() {
        return owner.getSelectedItem() == null ? Optional.empty() : (Optional<UUID>) owner.getSelectedItem();
    }

    private void refresh() {
        refreshing = true;
        ArticleForm form = model.form();
        owners(form);
        show(slug, form.slug());
        show(title, form.title());
        show(category, form.category());
        show(questions, form.questions());
        show(tags, form.tags());
        show(from, form.from());
        show(until, form.until());
        show(body, form.body());
        show(sms, form.sms());
        show(reviewDue, form.reviewDue());
        typedReason.show(model.reason());
        language.setSelectedItem(form.language());
        audience.setSelectedItem(form.audience());
        owner.setSelectedItem(form.owner());
        refreshing = false;
        boolean reads = model.life().work() == Work.IN_REVIEW;
        for (JTextComponent field : typed.keySet()) field.setEditable(!reads || field == reviewDue);
        slug.setEditable(model.isNew());
        language.setEnabled(model.isNew());
        String fixed = model.isNew() ? null : look.get("authors.idFixed");
        slug.setToolTipText(fixed);
        language.setToolTipText(fixed);
        audience.setEnabled(!reads);
        standing.setText(standing());
        said.setText(AuthorWords.said(look, model.said()));
        versions.refresh();
        ((CardLayout) cards.getLayout()).show(cards, model.versions().isOpen() ? VERSIONS : FIELDS);
        enable(reads);
    }

    private void show(JTextComponent field, String text) {
        typed.get(field).show(text);
    }

    private void owners(ArticleForm form) {
        if (people.equals(model.people()) && owner.getItemCount() > 0) return;
        people = model.people();
        var all = new ArrayList<Optional<UUID>>();
        all.add(Optional.empty());
        people.forEach(p -> all.add(Optional.of(p.id())));
        owner.removeAllItems();
        all.forEach(owner::addItem);
        owner.setSelectedItem(form.owner());
    }

    private void enable(boolean reads) {
        boolean open = model.piece().open().isPresent();
        boolean used = model.life().use() == Use.PUBLISHED;
        boolean version = model.versions().isOpen() && model.versions().inUse().isPresent();
        KeyButton goOn = buttons.get("authors.submit");
        goOn.setText(look.get(reads ? "authors.publish" : "authors.submit"));
        goOn.getAccessibleContext().setAccessibleName(goOn.getText() + " Ctrl+Enter");
        goOn.setEnabled(reads ? !model.isOwnWork() : open || model.isDirty());
        buttons.get("authors.save").setEnabled(model.isDirty());
        buttons.get("authors.sendBack").setEnabled(reads);
        buttons.get("authors.retire").setEnabled(used);
        buttons.get("authors.drop").setEnabled(!reads && (open || model.isDirty()));
        buttons.get("authors.compare").setEnabled(!model.isNew());
        buttons.get("authors.compare")
                .setText(look.get(model.versions().isOpen() ? "authors.edit" : "authors.compare"));
        buttons.get("authors.rollBack").setEnabled(version && !reads);
        buttons.get("authors.markWrong").setEnabled(version);
    }

    /** Where it stands: {@code Draft of 陈静 · version 3 in use}. */
    private String standing() {
        if (model.isNew()) return look.get("authors.isNew");
        var words = new ArrayList<String>();
        if (model.life().work() != Work.NOTHING)
            words.add(look.texts().stateWord(model.life().work()));
        model.piece()
                .open()
                .map(Manuscript::writer)
                .map(model::name)
                .filter(n -> !n.isEmpty())
                .ifPresent(words::add);
        if (model.life().use() == Use.NEVER) words.add(look.texts().stateWord(Use.NEVER));
        else
            words.add(look.get(
                    "authors.versionIs",
                    model.piece().version(),
                    look.texts().stateWord(model.life().use())));
        if (model.life().work() == Work.IN_REVIEW) {
            words.add(look.get("authors.readOnly"));
            if (model.isOwnWork()) words.add(look.get("authors.waits"));
        }
        model.piece()
                .open()
                .map(Manuscript::words)
                .filter(w -> !w.isBlank())
                .ifPresent(w -> words.add(look.get("authors.sentBack", w)));
        return String.join(" · ", words);
    }
}
