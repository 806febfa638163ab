package amends.app;

import static amends.app.PlayedAgent.SAME;
import static amends.app.PlayedAgent.SOON;

import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.PopState;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.knowledge.Article;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Cue;
import amends.knowledge.Hits;
import amends.knowledge.Query;
import amends.knowledge.QueuedUseKeeping;
import amends.knowledge.Suggestion;
import amends.knowledge.SuggestionFeed;
import amends.knowledge.UsedArticles;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.recording.CheckResult;
import amends.recording.Recording;
import amends.recording.RecordingCheck;
import amends.recording.WavExport;
import amends.recovery.Balance;
import amends.recovery.ComplaintProgress;
import amends.recovery.Failure;
import amends.recovery.Grievance;
import amends.recovery.Owed;
import amends.recovery.Severity;
import amends.rtp.Halving;
import amends.simulation.Clip;
import amends.simulation.Persona;
import amends.simulation.SpeechMatch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A known customer calls: ring, screen pop, talk, hold, write-up, recording. */
final class FirstCallChapter {
    private final PlayedAgent agent;
    private final Story story;
    private final Optional<DemoWindow> window;
    private final Manner manner;
    private final PromiseChapter promise;
    private final CompensationChapter compensation;

    FirstCallChapter(PlayedAgent agent, Story story, Optional<DemoWindow> window) {
        this.agent = agent;
        this.story = story;
        this.window = window;
        manner = new Manner(agent);
        promise = new PromiseChapter(agent, story);
        compensation = new CompensationChapter(agent, story);
    }

    void play() throws Story.Failed {
        rings();
        talks();
        complains();
        compensation.grants("");
        promise.gives(Persona.WANG, 26_800);
        ends();
    }

    /** What was promised in the call. */
    PromiseChapter promise() {
        return promise;
    }

    private void rings() throws Story.Failed {
        story.step("call", () -> {
            agent.callIn(Persona.WANG);
            return Persona.WANG.name() + " dials the queue, from " + Persona.WANG.number();
        });
        story.step("ring", () -> {
            double millis = agent.stage.ringMillis(agent.call());
            story.measure("invite_to_ring_ms", rounded(millis));
            return "the desk rings, %.1f ms after its INVITE".formatted(millis);
        });
        story.step("screen-pop", this::screenPop);
        story.step("owed", this::owed);
        story.step("type", () -> manner.seems(customer(), CustomerType.EXPRESSIVE));
        story.step("suggestions", this::suggested);
    }

    /** The pop opens with what we owe. */
    private String owed() throws Exception {
        Await.until("what is owed", SOON, () -> !balance().isEmpty());
        Failure worst = balance().worst().orElseThrow();
        return balance().count() + " open, the gravest " + worst.kind() + " of " + worst.at();
    }

    private UUID customer() {
        return ((PopState.Known) agent.stage.pop(agent.call()).orElseThrow())
                .profile()
                .id();
    }

    private Balance balance() {
        return agent.onLoop(() -> agent.desk.owing.owing.of(agent.call()))
                .map(Owed::balance)
                .orElse(Balance.NOTHING);
    }

    private String suggested() throws Exception {
        Await.until("suggestions", SOON, () -> !suggestions().isEmpty());
        Suggestion first = suggestions().getFirst();
        return first.hit().article().title() + ", because of "
                + word(first.because().getFirst());
    }

    private static String word(Cue cue) {
        return switch (cue) {
            case Cue.Typed typed -> "the agent's notes";
            case Cue.Owed(var kind, var means) -> "what is owed, " + kind;
            case Cue.LastContact(var outcome, var note) -> "the last contact, " + outcome;
            case Cue.Menu(var path, var words) -> "the menu's way " + path;
            case Cue.Queue(var name, var means) -> "the queue " + name;
            case Cue.Complained(int number, var text) -> "complaint #" + number;
            case Cue.FlowStep(var flow, var text) -> "the flow " + flow;
            case Cue.Tagged(var tag) -> "the tag " + tag;
            case Cue.Note note -> "the profile's note";
            case Cue.Tier(var tier, var means) -> "the tier " + tier;
        };
    }

    private List<Suggestion> suggestions() {
        return agent.onLoop(() -> agent.desk.suggestions.of(agent.call().value()))
                .map(SuggestionFeed.Suggested::suggestions)
                .orElse(List.of());
    }

    private String screenPop() throws Exception {
        Await.until("the profile", SOON, () -> agent.stage.pop(agent.call()).orElse(null) instanceof PopState.Known);
        story.measure("invite_to_pop_ms", rounded(popMillis()));
        var known = (PopState.Known) agent.stage.pop(agent.call()).orElseThrow();
        return known.profile().name() + ", " + known.profile().tier() + ", "
                + known.profile().region()
                + ", %.1f ms after the INVITE".formatted(agent.stage.popMillis(agent.call()));
    }

    /** To the painted profile where there is a window, to the model being ready to paint where there is none. */
    private double popMillis() throws Exception {
        if (window.isEmpty()) return agent.stage.popMillis(agent.call());
        Await.until(
                "the profile on the screen",
                SOON,
                () -> window.get().paintedMillis(agent.call()).isPresent());
        return window.get().paintedMillis(agent.call()).orElseThrow();
    }

    private void talks() throws Story.Failed {
        story.step("answer", agent::answer);
        story.step("customer-hears-agent", () -> agent.says("agent-greeting"));
        story.step("agent-hears-customer", () -> agent.hears("wang-opening"));
        story.step("answer-found", this::findAnswer);
        story.step("hold-and-retrieve", agent::holdAndRetrieve);
        story.step(
                "behaviours",
                () -> manner.ticks(
                        agent.contact(), Map.of(Behaviour.COMPLAINS_AT_ONCE, true, Behaviour.STAYS_POLITE, false)));
    }

    /** In the customer's words, not the article's; what helped is kept with the contact. */
    private String findAnswer() throws Exception {
        var knowledge = agent.house.store().knowledge();
        Hits found = knowledge.base().search(Query.byAgent("信用卡还款被扣了两次", ArticleLanguage.ZH_CN, 5));
        Article answer = found.hits().getFirst().article();
        UUID contact = agent.contact().id();
        new QueuedUseKeeping(
                        knowledge.used(),
                        knowledge.confirmations(),
                        agent.house.store().queue(),
                        agent.desk.member,
                        Timekeeper.system())
                .mark(contact, answer, UsedArticles.How.SEARCHED);
        Await.until(
                "the answer kept with the contact",
                SOON,
                () -> knowledge.used().of(contact).stream()
                        .anyMatch(use -> use.article().equals(answer.id())));
        return answer.title();
    }

    private void complains() throws Story.Failed {
        story.step("complaint", () -> {
            var grievance = new Grievance(
                    "信用卡还款被重复扣款",
                    "10/3 扣了两笔，客户要求当天退回",
                    Severity.SEVERE,
                    PhoneNumber.parse(Persona.WANG.number(), "CN"),
                    Optional.empty(),
                    Persona.WANG.name());
            agent.does(() -> agent.desk.recovery.complaints().open(agent.call(), grievance));
            Await.until("the complaint being kept", SOON, () -> complaint() instanceof ComplaintProgress.Kept);
            var kept = (ComplaintProgress.Kept) complaint();
            return "#" + kept.complaint().number() + ", with an apology callback due "
                    + kept.callback().orElseThrow().due();
        });
    }

    private ComplaintProgress complaint() {
        return agent.onLoop(() -> agent.desk.recovery.complaints().of(agent.call()))
                .orElse(null);
    }

    private void ends() throws Story.Failed {
        story.step("hang-up", () -> {
            agent.customerHangsUp();
            return "by the customer; after-call work counts down";
        });
        story.step("wrap-up", () -> agent.wrapUp(new WrapUp(Disposition.COMPLAINT, "重复扣款，今天 18:00 前退回 268.00")));
        story.step("recording", () -> recording("wang-opening"));
    }

    /** The newest recording is verified, exported, and holds what the customer said on the left. */
    private String recording(String said) throws Exception {
        var vault = agent.house.vault();
        Await.until(
                "the recording being sealed",
                SOON,
                () -> vault.recordings().latest(1).stream()
                        .anyMatch(r -> r.state() == Recording.State.SEALED
                                && r.call().equals(agent.call().value())));
        Recording facts = vault.recordings().latest(1).getFirst();
        Path file = vault.vault().path(facts.file());
        story.measure("recording", file.toString());
        var result = new RecordingCheck(vault.vault(), vault.sealing(), vault.format()).verify(file);
        if (!(result instanceof CheckResult.SealedAndWhole)) throw new IllegalStateException(result.inWords());
        Path wav = agent.house.home.folder().resolve("recording.wav");
        new WavExport(vault.sealing(), vault.format()).export(file, wav);
        var sound = vault.library().open(facts);
        double left = SpeechMatch.best(sound.customer(), Halving.wide(Clip.load(said)));
        double right = SpeechMatch.best(sound.agent(), Halving.wide(agent.words("agent-greeting")));
        if (left < SAME || right < SAME)
            throw new IllegalStateException("left %.3f, right %.3f of %.1f".formatted(left, right, SAME));
        return result.inWords() + "; customer left %.3f, agent right %.3f".formatted(left, right);
    }

    private static double rounded(double millis) {
        return Math.round(millis * 10) / 10.0;
    }
}
