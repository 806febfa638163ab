package amends.desktop.sound;

import amends.acd.AnswerRules;
import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.media.SoundBoard.Trial;
import amends.media.SoundWishes;
import amends.media.ToneWishes;
import amends.media.VoiceTreatment;
import java.awt.Component;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** Which devices, how loud, what is done to the voice, and a call to oneself. */
public final class SoundPage implements Page {
    private final Look look;
    private final SoundModel model;
    private final Runnable home;
    private final JPanel panel;
    private final JPanel inside;
    private final JComboBox<String> microphone;
    private final JComboBox<String> speaker;
    private final JComboBox<String> ringer;
    private final LevelRow said;
    private final LevelRow heard;
    private final JCheckBox echo;
    private final JCheckBox noise;
    private final JCheckBox gain;
    private final JCheckBox waiting;
    private final JCheckBox zip;
    private final JCheckBox queue;
    private final JCheckBox asked;
    private final KeyButton call;
    private final KeyButton again;
    private final TextLine trial;
    private final TextLine trouble;
    private boolean refreshing;

    /** @param home leads back to the desk */
    public SoundPage(Look look, SoundModel model, Runnable home) {
        this.look = look;
        this.model = model;
        this.home = home;
        microphone = combo("sound.microphone", model::microphone);
        speaker = combo("sound.speaker", model::speaker);
        ringer = combo("sound.ringer", model::ringer);
        said = new LevelRow(look, "sound.said", look.get("sound.said"));
        heard = new LevelRow(look, "sound.heard", look.get("sound.heard"));
        echo = check("sound.echo", "Alt+E", this::treat);
        noise = check("sound.noise", "Alt+N", this::treat);
        gain = check("sound.gain", "Alt+G", this::treat);
        waiting = check("sound.waiting", "Alt+W", this::sound);
        zip = check("sound.zip", "Alt+Z", this::sound);
        queue = check("sound.queue", "Alt+A", this::answer);
        asked = check("sound.asked", "Alt+X", this::answer);
        call = Look.styled(look.button("sound.call", look.get("sound.call"), "Ctrl+Enter", model::call), "main");
        again = look.button("sound.again", look.get("sound.again"), "Ctrl+R", model::look);
        trial = Look.named(look.line("", ""), "sound.trial", "");
        trouble = Look.named(look.line("", ""), "sound.trouble", "");
        panel = look.panel("insets 0, fill", "[grow,fill]", "[grow,fill]");
        inside = look.panel("insets 12u 24u 16u 24u, fillx, gap 12u 6u, wrap 2", "[][grow,fill]", "");
        lay();
        panel.add(ScrollBox.around(look, inside), "wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
        Follow.models(said.panel(), this::measure, model.levels());
    }

    private void lay() {
        JPanel top = look.panel("insets 0, fillx", "[grow,fill][]", "[28u!]");
        top.add(look.line(look.get("sound.title"), "name"), "wmin 0");
        top.add(look.button("sound.home", look.get("sound.home"), "Esc", home));
        inside.add(top, look.at("span 2, growx, gapbottom 8u"));
        row("sound.microphone", "Alt+M", microphone);
        inside.add(said.panel(), "skip, wmin 0");
        row("sound.speaker", "Alt+L", speaker);
        inside.add(heard.panel(), "skip, wmin 0");
        row("sound.ringer", "Alt+R", ringer);
        inside.add(again, look.at("skip, growx 0, wmin 0"));
        inside.add(look.heading("sound.treatment"), look.at("span 2, gaptop 10u"));
        for (JCheckBox box : List.of(echo, noise, gain)) inside.add(box, "span 2, wmin 0");
        inside.add(look.heading("sound.tones"), look.at("span 2, gaptop 10u"));
        for (JCheckBox box : List.of(waiting, zip)) inside.add(box, "span 2, wmin 0");
        inside.add(look.heading("sound.answering"), look.at("span 2, gaptop 10u"));
        for (JCheckBox box : List.of(queue, asked)) inside.add(box, "span 2, wmin 0");
        inside.add(look.heading("sound.trial"), look.at("span 2, gaptop 10u"));
        JPanel row = look.panel("insets 0, fillx, gap 12u 0", "[][grow,fill]", "[32u!]");
        row.add(call);
        row.add(trial, "wmin 0");
        inside.add(row, "span 2, growx, wmin 0");
        inside.add(trouble, "span 2, growx, wmin 0");
    }

    private void row(String key, String shortcut, JComponent field) {
        inside.add(look.label(look.get(key) + "  " + shortcut, field));
        field.getAccessibleContext().setAccessibleName(look.get(key) + " " + shortcut);
        inside.add(field, "wmin 0");
    }

    private JComboBox<String> combo(String key, Consumer<String> choose) {
        var combo = Look.named(new JComboBox<String>(), key, look.get(key));
        combo.setRenderer(new DefaultListCellRenderer() {
            private static final long serialVersionUID = 1;

            @Override
            public Component getListCellRendererComponent(
                    JList<?> list, Object value, int index, boolean chosen, boolean focused) {
                return super.getListCellRendererComponent(list, named(String.valueOf(value)), index, chosen, focused);
            }
        });
        combo.addActionListener(e -> {
            if (!refreshing && combo.getSelectedItem() instanceof String name) choose.accept(name);
        });
        return combo;
    }

    private String named(String device) {
        return switch (device) {
            case SoundWishes.DEFAULT -> look.get("sound.default");
            case SoundWishes.NONE -> look.get("sound.none");
            default -> device;
        };
    }

    private JCheckBox check(String key, String shortcut, Runnable choose) {
        var box = Look.named(new JCheckBox(look.get(key) + "  " + shortcut), key, look.get(key) + " " + shortcut);
        box.addActionListener(e -> choose.run());
        return box;
    }

    private void treat() {
        model.treat(new VoiceTreatment(echo.isSelected(), noise.isSelected(), gain.isSelected()));
    }

    private void sound() {
        model.tones(new ToneWishes(waiting.isSelected(), zip.isSelected()));
    }

    private void answer() {
        model.answer(queue.isSelected(), asked.isSelected());
    }

    private void refresh() {
        refreshing = true;
        SoundWishes wishes = model.wishes();
        fill(microphone, model.microphones(), wishes.microphone());
        fill(speaker, model.speakers(), wishes.speaker());
        fill(ringer, model.ringers(), wishes.ringer());
        echo.setSelected(wishes.treatment().echo());
        noise.setSelected(wishes.treatment().noise());
        gain.setSelected(wishes.treatment().gain());
        waiting.setSelected(wishes.tones().waiting());
        zip.setSelected(wishes.tones().zip());
        queue.setSelected(model.rules().calls() != AnswerRules.Calls.NONE);
        asked.setSelected(model.rules().asked() != AnswerRules.Asked.NEVER);
        for (JCheckBox box : List.of(queue, asked)) box.setEnabled(model.mayAnswer());
        refreshing = false;
        for (JComponent choice : List.of(microphone, speaker, ringer, echo, noise, gain, waiting, zip, again))
            choice.setEnabled(model.mayChoose());
        again.setEnabled(model.mayChoose() && !model.isLooking());
        call.setEnabled(model.trial() == Trial.READY);
        trial.setText(model.refused()
                .map(look.texts()::stateWord)
                .orElseGet(() -> look.texts().stateWord(model.trial())));
        Look.shaded(trial, model.refused().isPresent() ? Shade.HOLD : Shade.QUIET);
        trouble.setText(
                model.mayChoose() ? model.flaw().map(look.texts()::stateWord).orElse("") : look.get("sound.files"));
        Look.shaded(trouble, model.mayChoose() ? Shade.HOLD : Shade.QUIET);
    }

    private static void fill(JComboBox<String> combo, List<String> names, String chosen) {
        if (!combo.isPopupVisible() && !listed(combo).equals(names))
            combo.setModel(new DefaultComboBoxModel<>(names.toArray(String[]::new)));
        combo.setSelectedItem(chosen);
    }

    private static List<String> listed(JComboBox<String> combo) {
        return java.util.stream.IntStream.range(0, combo.getItemCount())
                .mapToObj(combo::getItemAt)
                .toList();
    }

    private void measure() {
        var now = model.levels().now();
        var read = model.levels().figures();
        said.show(now.microphone(), read.microphone());
        heard.show(now.speaker(), read.speaker());
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.shown(now);
    }

    @Override
    public void focus() {
        microphone.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        Runnable act = act(key.toString());
        if (act == null) return false;
        act.run();
        return true;
    }

    /** What a key does here; null for none. */
    private Runnable act(String key) {
        return switch (key) {
            case "alt pressed M" -> () -> open(microphone);
            case "alt pressed L" -> () -> open(speaker);
            case "alt pressed R" -> () -> open(ringer);
            case "alt pressed E" -> echo::doClick;
            case "alt pressed N" -> noise::doClick;
            case "alt pressed G" -> gain::doClick;
            case "alt pressed W" -> waiting::doClick;
            case "alt pressed Z" -> zip::doClick;
            case "alt pressed A" -> queue::doClick;
            case "alt pressed X" -> asked::doClick;
            case "ctrl pressed R" -> again::doClick;
            case "ctrl pressed ENTER" -> call::doClick;
            case "pressed ESCAPE" -> isOpen() ? null : home;
            default -> null;
        };
    }

    private boolean isOpen() {
        return microphone.isPopupVisible() || speaker.isPopupVisible() || ringer.isPopupVisible();
    }

    private static void open(JComboBox<String> combo) {
        if (!combo.isEnabled()) return;
        combo.requestFocusInWindow();
        combo.showPopup();
    }
}
