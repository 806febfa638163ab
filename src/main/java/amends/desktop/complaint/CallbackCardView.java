package amends.desktop.complaint;

import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackCard;
import amends.recovery.CallbackChange;
import amends.recovery.CallbackFile;
import amends.recovery.CallbackOffer;
import amends.recovery.Complaint;
import amends.recovery.ComplaintEvent;
import amends.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** What to know before calling back: what happened, what was said, what to offer, how to speak to this person. */
final class CallbackCardView {
    private static final int LAST_EVENTS = 4;
    private final Look look;
    private final CallbackBoardModel model;
    private final ComplaintWords words;
    private final JPanel panel;
    private final JPanel head;
    private final JPanel acts;
    private final JPanel form;
    private final JPanel body;
    private final TextLine outcome;
    private final JTextField handWords = new JTextField();
    private final Choice<UUID> people;
    private final Choice<Optional<Integer>> before;
    private final Choice<Optional<Integer>> after;
    private final KeyButton begin;
    private Optional<CallbackCard> shown = Optional.empty();

    CallbackCardView(Look look, CallbackBoardModel model, ComplaintsModel complaints) {
        this.look = look;
        this.model = model;
        words = new ComplaintWords(look, complaints.scheme(), complaints.time());
        panel = look.panel("insets 0 8u 0 8u, fillx, wrap 1, gap 0 10u, hidemode 3", "[grow,fill]", "[][][][][]push");
        head = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        acts = look.panel("insets 0, fillx, gap 12u 6u", "[][grow,fill][][grow,fill]", "");
        form = look.panel("insets 0, fillx, wrap 4, gap 12u 6u, hidemode 3", "[][grow,fill][][]", "");
        body = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "");
        outcome = look.line("", "");
        begin = Look.styled(look.button("callback.begin", look.get("callbacks.begin"), "Ctrl+B", model::begin), "main");
        people = new Choice<>(this::name, model::to);
        before = scores(s -> model.score(s, Optional.empty()));
        after = scores(s -> model.score(Optional.empty(), s));
        Typed.in(handWords, model::typed);
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private Choice<Optional<Integer>> scores(Consumer<Optional<Integer>> chosen) {
        return new Choice<>(s -> s.map(look.texts()::score).orElse(look.get("callbacks.noScore")), s -> {
            if (s.isPresent()) chosen.accept(s);
        });
    }

    private void lay() {
        acts.add(begin, "span, split 2");
        acts.add(
                look.button("callback.handOver", look.get("callbacks.handOver"), "Alt+H", model::toggleHanding),
                "wrap");
        acts.add(look.label(look.get("callbacks.before"), before.box()));
        acts.add(Look.named(before.box(), "callback.before", look.get("callbacks.before")), look.at("wmin 60u"));
        acts.add(look.label(look.get("callbacks.after"), after.box()));
        acts.add(Look.named(after.box(), "callback.after", look.get("callbacks.after")), look.at("wmin 60u"));
        form.add(look.label(look.get("deed.to"), people.box()));
        form.add(people.box(), "wmin 0, span 3");
        form.add(look.label(look.get("deed.wordsNeeded"), handWords));
        form.add(Look.named(handWords, "callback.words", look.get("deed.wordsNeeded")), "wmin 0");
        form.add(look.button("callback.cancel", look.get("complaint.cancel"), "Esc", model::toggleHanding));
        form.add(look.button("callback.give", look.get("deed.keep"), "Ctrl+Enter", model::handOver));
        for (JPanel each : List.of(head, acts, form)) panel.add(each, "wmin 0");
        panel.add(outcome, "wmin 0");
        panel.add(body, "wmin 0");
    }

    private String name(UUID id) {
        return model.colleagues().stream()
                .filter(m -> m.id().equals(id))
                .map(StaffMember::name)
                .findFirst()
                .orElse("");
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        acts.setVisible(model.card().isPresent());
        form.setVisible(model.isHanding());
        begin.setEnabled(model.mayBegin());
        people.show(
                model.colleagues().stream().map(StaffMember::id).toList(),
                model.to().orElse(null));
        outcome.setText(model.outcome().map(this::text).orElse(""));
        outcome.setVisible(model.outcome().isPresent());
        if (model.card().equals(shown)) return;
        shown = model.card();
        head.removeAll();
        body.removeAll();
        shown.ifPresent(this::draw);
        panel.revalidate();
        panel.repaint();
    }

    private String text(CallbackChange change) {
        return change == CallbackChange.DONE
                ? look.get("deed.done")
                : look.texts().word(change);
    }

    private void draw(CallbackCard card) {
        Complaint complaint = card.task().complaint();
        CallbackFile file = card.task().callback().file();
        List<Optional<Integer>> all = Stream.concat(
                        Stream.of(Optional.<Integer>empty()),
                        IntStream.rangeClosed(1, 5).boxed().map(Optional::of))
                .toList();
        before.show(all, file.before());
        after.show(all, file.after());
        head.add(look.line(look.get("complaints.title", complaint.number(), complaint.subject()), "name"), "wmin 0");
        head.add(look.line(facts(card), "quiet"), "wmin 0");
        if (!file.handedWith().isBlank())
            head.add(look.line(look.get("callbacks.handedWith", file.handedWith()), "strong"), "wmin 0");
        section("complaints.what", complaint.what());
        section("callbacks.lastNote", card.lastNote());
        section("complaints.answer", complaint.file().answer());
        lines("callbacks.manner", card.manner().stream().map(this::manner).toList());
        lines("callbacks.offers", card.offers().stream().map(this::offer).toList());
        lines("callbacks.attempts", card.attempts().stream().map(this::attempt).toList());
        List<ComplaintEvent> history = card.history();
        lines(
                "complaints.history",
                history.reversed().stream()
                        .limit(LAST_EVENTS)
                        .map(e -> words.history(e, id -> card.names().getOrDefault(id, "")))
                        .toList());
    }

    private String facts(CallbackCard card) {
        var facts = new ArrayList<String>();
        facts.add(words.who(card.task().complaint()));
        facts.add(look.texts().word(card.task().complaint().severity()));
        facts.add(look.get(
                "complaints.owner",
                card.names().getOrDefault(card.task().callback().owner(), "")));
        card.hours()
                .ifPresent(h -> facts.add(look.get(
                        "callbacks.hours", h.from().toString(), h.until().toString())));
        return String.join(" · ", facts);
    }

    private String manner(Enum<?> advice) {
        return look.texts().word(advice);
    }

    private String offer(CallbackOffer offer) {
        Locale language = look.texts().language().locale();
        String what = offer.what().apply(language) + " (" + offer.value().shown(language) + ")";
        return look.get(offer.within() ? "callbacks.within" : "callbacks.beyond", what);
    }

    private String attempt(CallbackAttempt attempt) {
        return look.get(
                "callbacks.attempt",
                look.texts().moment(attempt.began(), model.now()),
                look.texts().word(attempt.outcome()));
    }

    private void section(String key, String text) {
        if (text.isBlank()) return;
        body.add(look.heading(key), look.at("gaptop 6u, wmin 0"));
        body.add(look.paragraph(text, ""), "wmin 0, hmin pref");
    }

    private void lines(String key, List<String> lines) {
        if (lines.isEmpty()) return;
        body.add(look.heading(key), look.at("gaptop 6u, wmin 0"));
        for (String each : lines) {
            TextLine line = look.line(each, "");
            line.setIcon(new StateMark(StateMark.Shape.SQUARE, Shade.QUIET, look.px(6)));
            line.setIconTextGap(look.px(8));
            body.add(line, "wmin 0");
        }
    }
}
