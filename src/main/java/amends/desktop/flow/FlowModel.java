package amends.desktop.flow;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.desktop.DesktopPorts;
import amends.desktop.FollowPorts;
import amends.desktop.FollowPorts.Earlier;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.look.Language;
import amends.kernel.Ids;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.Cue;
import amends.knowledge.Flow;
import amends.knowledge.FlowAct;
import amends.knowledge.FlowStep;
import amends.knowledge.FlowText;
import amends.knowledge.FlowWalk;
import amends.knowledge.FlowWalk.Event;
import amends.knowledge.FlowWalk.Next;
import amends.knowledge.Hit;
import amends.knowledge.Query;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The flow of each call: chosen, walked, remembered, gone on with where a colleague left it. Without a call it can be
 * walked for practice; nothing is kept of that.
 */
public final class FlowModel extends PresentationModel {
    private static final int MOST_FOUND = 20;

    private final FollowPorts ports;
    private final DesktopPorts.Answers answers;
    private final ContactKeeping keeping;
    private final StaffMember member;
    private final PostingWork work;
    private final Timekeeper time;
    private final Subscribers<FlowAct> acts = new Subscribers<>();
    private final Subscribers<Article> articles = new Subscribers<>();
    private final Map<Optional<CallId>, Course> courses = new HashMap<>();
    private FlowScript script;
    private Optional<CallId> call = Optional.empty();
    private Optional<UUID> lookedFor = Optional.empty();
    private Optional<FlowRow> offered = Optional.empty();
    private boolean open;
    private String text = "";
    private List<FlowRow> rows = List.of();
    private int chosen;
    private boolean asking;
    private boolean away;

    /** @param shown the flow in the reader's script */
    private record Course(FlowWalk walk, FlowText shown, Optional<UUID> continues, boolean paused) {
        Course at(FlowWalk now) {
            return new Course(now, shown, continues, false);
        }

        Course paused(boolean now) {
            return new Course(walk, shown, continues, now);
        }
    }

    public FlowModel(
            FollowPorts ports,
            DesktopPorts.Answers answers,
            ContactKeeping keeping,
            StaffMember member,
            PostingWork work,
            Timekeeper time) {
        this.ports = ports;
        this.answers = answers;
        this.keeping = keeping;
        this.member = member;
        this.work = work;
        this.time = time;
        script = new FlowScript(Language.ZH_CN, answers.script());
    }

    /** What a step starts in this call. */
    public void onAct(Consumer<FlowAct> listener) {
        acts.add(listener);
    }

    /** The article that a step names is to be read. */
    public void onArticle(Consumer<Article> listener) {
        articles.add(listener);
    }

    public void read(Language language) {
        if (language == script.language()) return;
        script = new FlowScript(language, answers.script());
        FlowScript reader = script;
        courses.forEach((key, course) -> work.ask(
                () -> reader.shown(course.walk().flow().text()),
                shown -> courses.computeIfPresent(
                        key, (k, now) -> new Course(now.walk(), shown, now.continues(), now.paused())),
                failure -> {}));
        if (open) list();
        changed();
    }

    /** Which call it is about: each has its own flow. */
    public void about(Optional<CallId> now) {
        if (now.equals(call)) return;
        call = now;
        lookedFor = Optional.empty();
        offered = Optional.empty();
        text = "";
        open = false;
        courses.remove(Optional.<CallId>empty());
        changed();
    }

    /** A call and its write-up are over. */
    public void leave(CallId over) {
        Course left = courses.remove(Optional.of(over));
        if (left != null && left.paused()) ports.pause().end(over);
    }

    /** Called every half second: looks once, as soon as it is known who calls, for what a colleague began. */
    public void tick() {
        Optional<Contact> contact = call.flatMap(keeping::of);
        if (contact.isEmpty() || course().isPresent()) return;
        UUID whom = contact.get().customer().orElse(contact.get().id());
        if (lookedFor.filter(whom::equals).isPresent()) return;
        lookedFor = Optional.of(whom);
        CallId asked = call.orElseThrow();
        work.ask(
                () -> ports.earlier().apply(contact.get()).map(this::row),
                found -> found.filter(row -> call.filter(asked::equals).isPresent())
                        .ifPresent(this::offer),
                failure -> {});
    }

    private FlowRow row(Earlier earlier) {
        Flow flow = earlier.walk().flow();
        return new FlowRow(flow, script.shown(flow.text()).title(), Optional.of(earlier));
    }

    private void offer(FlowRow row) {
        offered = Optional.of(row);
        if (open) list();
        changed();
    }

    /** What a colleague began with this customer and did not end. */
    public Optional<FlowRow> unfinished() {
        return course().isPresent() ? Optional.empty() : offered;
    }

    /** Flows in the place of the answers, or the answers again. */
    public void toggle() {
        open = !open;
        if (open && course().isEmpty()) list();
        changed();
    }

    public boolean isOpen() {
        return open;
    }

    public void typed(String newText) {
        if (newText.equals(text)) return;
        text = newText;
        chosen = 0;
        list();
    }

    public String text() {
        return text;
    }

    private record Listed(List<FlowRow> rows, String text, FlowScript reader) {}

    private void list() {
        if (asking) return;
        asking = true;
        String asked = text;
        FlowScript reader = script;
        List<Hit> suggested = call.flatMap(c -> answers.feed().of(c.value())).stream()
                .flatMap(s -> s.suggestions().stream())
                .map(s -> s.hit())
                .toList();
        work.ask(
                () -> listed(asked, reader, suggested),
                this::listed,
                failure -> listed(new Listed(null, asked, reader)));
    }

    private Listed listed(String asked, FlowScript reader, List<Hit> suggested) {
        List<Flow> flows = ports.flows().get().stream()
                .filter(flow -> flow.id().language() == reader.reads())
                .toList();
        boolean all = asked.isBlank();
        List<Hit> found = all
                ? suggested
                : answers.base()
                        .search(Query.byAgent(asked, reader.reads(), MOST_FOUND))
                        .hits();
        List<FlowRow> ranked = FlowChoice.ranked(flows, asked, found, all).stream()
                .map(flow -> new FlowRow(flow, reader.shown(flow.text()).title(), Optional.empty()))
                .toList();
        return new Listed(ranked, asked, reader);
    }

    private void listed(Listed listed) {
        asking = false;
        if (!listed.text().equals(text) || listed.reader() != script) {
            list();
            return;
        }
        away = listed.rows() == null;
        rows = away ? List.of() : listed.rows();
        chosen = Math.clamp(chosen, 0, Math.max(0, rows().size() - 1));
        changed();
    }

    /** Whether the flows cannot be had now. */
    public boolean isAway() {
        return away;
    }

    /** What can be begun; first of all what was begun already. */
    public List<FlowRow> rows() {
        return unfinished()
                .filter(row -> text.isBlank())
                .map(first -> Stream.concat(Stream.of(first), rows.stream()).toList())
                .orElse(rows);
    }

    public int chosen() {
        return chosen;
    }

    public void choose(int row) {
        if (row < 0 || row >= rows().size() || row == chosen) return;
        chosen = row;
        changed();
    }

    /** Begins the chosen flow, or goes on with it. */
    public void begin() {
        if (chosen >= rows().size()) return;
        FlowRow row = rows().get(chosen);
        FlowWalk walk = row.earlier()
                .map(earlier -> earlier.walk().goingOn(Ids.next()))
                .orElseGet(() -> FlowWalk.begin(Ids.next(), row.flow()));
        Optional<UUID> continues = row.earlier().map(earlier -> earlier.walk().id());
        FlowScript reader = script;
        Optional<CallId> asked = call;
        work.ask(
                () -> reader.shown(walk.flow().text()),
                shown -> {
                    if (!asked.equals(call)) return;
                    keep(new Course(walk, shown, continues, false));
                },
                failure -> {});
    }

    private void keep(Course course) {
        courses.put(call, course);
        call.flatMap(keeping::of)
                .ifPresent(contact -> ports.keeping().keep(contact.id(), course.walk(), course.continues()));
        tellStep(Optional.of(course.walk()));
        changed();
    }

    /** Answers suggest themselves for the step, too. */
    private void tellStep(Optional<FlowWalk> walk) {
        List<Cue> cues = walk.stream()
                .<Cue>map(w ->
                        new Cue.FlowStep(w.flow().text().title(), w.current().say()))
                .toList();
        call.ifPresent(in -> answers.feed().cues(in.value(), "flow", cues));
    }

    private Optional<Course> course() {
        return Optional.ofNullable(courses.get(call));
    }

    /** The step at which the flow of this call stands; empty while none is walked. */
    public Optional<FlowFace> face() {
        return course().map(course -> {
            FlowWalk walk = course.walk();
            FlowStep at = walk.current();
            FlowStep step = course.shown().step(at.id()).orElse(at);
            return new FlowFace(
                    course.shown().title(),
                    course.shown().kind(),
                    step,
                    walk.taken().size() + 1,
                    course.shown().longestFrom(at.id()) - 1,
                    walk.taken().stream().map(taken -> words(course, taken)).toList(),
                    call.isPresent(),
                    course.paused());
        });
    }

    private static String words(Course course, FlowWalk.Taken taken) {
        return course.shown()
                .step(taken.step())
                .filter(step -> taken.answer() < step.answers().size())
                .map(step -> step.answers().get(taken.answer()).text())
                .orElse(taken.words());
    }

    /** @param answer counted from 0 @return whether there is such an answer */
    public boolean answer(int answer) {
        return moves(new Event.Answered(answer, member.id(), time.now()));
    }

    /** Steps back. @return whether there was something to step back to */
    public boolean back() {
        return moves(new Event.Back());
    }

    /** What is said is recorded again as soon as the step that stopped it is left. */
    private boolean moves(Event event) {
        Course course = course().orElse(null);
        if (course == null || !(course.walk().next(event) instanceof Next.Moved(FlowWalk now))) return false;
        if (course.paused()) call.ifPresent(ports.pause()::end);
        keep(course.at(now));
        return true;
    }

    /** Another flow is chosen; what was walked stays with the contact. */
    public void another() {
        Course left = courses.remove(call);
        if (left == null) return;
        tellStep(Optional.empty());
        if (left.paused()) call.ifPresent(ports.pause()::end);
        offered = Optional.empty();
        text = "";
        list();
        changed();
    }

    /** Starts what the step may start. */
    public void act() {
        Course course = course().orElse(null);
        if (course == null || call.isEmpty()) return;
        course.walk().current().act().ifPresent(act -> {
            if (act != FlowAct.PAYMENT_PAUSE) acts.publish(act);
            else pause(course, call.get());
        });
    }

    private void pause(Course course, CallId in) {
        boolean paused = !course.paused() && ports.pause().begin(in);
        if (course.paused()) ports.pause().end(in);
        courses.put(call, course.paused(paused));
        changed();
    }

    /** Opens the article that the step names; the flow is one key away. */
    public void article() {
        course().flatMap(course -> course.walk()
                        .current()
                        .article()
                        .map(slug -> new ArticleId(slug, course.shown().id().language())))
                .ifPresent(id -> work.ask(
                        () -> ports.articles().apply(id),
                        found -> found.ifPresent(article -> {
                            open = false;
                            articles.publish(article);
                            changed();
                        }),
                        failure -> {}));
    }
}
