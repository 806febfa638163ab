package amends.desktop.sound;

import amends.acd.AnswerRules;
import amends.acd.AutoAnswering;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.media.SoundBoard;
import amends.media.SoundBoard.Answer;
import amends.media.SoundBoard.Devices;
import amends.media.SoundBoard.Flaw;
import amends.media.SoundBoard.Trial;
import amends.media.SoundWishes;
import amends.media.ToneWishes;
import amends.media.VoiceTreatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The page of sound. While it is shown the microphone is open, and its level is seen. */
public final class SoundModel extends PresentationModel {
    private final SoundBoard board;
    private final AutoAnswering answering;
    private final PostingWork work;
    private final LevelModel levels = new LevelModel();
    private Devices devices = Devices.NONE;
    private Trial trial = Trial.READY;
    private Optional<Answer> refused = Optional.empty();
    private Optional<Flaw> flaw = Optional.empty();
    private boolean shown;
    private boolean looking;
    private boolean choosing;

    public SoundModel(SoundBoard board, AutoAnswering answering, PostingWork work) {
        this.board = board;
        this.answering = answering;
        this.work = work;
    }

    LevelModel levels() {
        return levels;
    }

    SoundWishes wishes() {
        return board.wishes();
    }

    boolean mayChoose() {
        return board.mayChoose();
    }

    /** Names that can be chosen: the system's choice first, what is chosen though it is not there, none last. */
    List<String> microphones() {
        return choices(devices.microphones(), wishes().microphone());
    }

    List<String> speakers() {
        return choices(devices.speakers(), wishes().speaker());
    }

    List<String> ringers() {
        return choices(devices.ringers(), wishes().ringer());
    }

    private static List<String> choices(List<String> there, String chosen) {
        var choices = new ArrayList<String>();
        choices.add(SoundWishes.DEFAULT);
        there.stream().filter(name -> !choices.contains(name)).forEach(choices::add);
        if (!choices.contains(chosen) && !chosen.equals(SoundWishes.NONE)) choices.add(chosen);
        choices.add(SoundWishes.NONE);
        return choices;
    }

    Trial trial() {
        return trial;
    }

    /** Why no test call began. */
    Optional<Answer> refused() {
        return refused;
    }

    /** What is not as it was chosen. */
    Optional<Flaw> flaw() {
        return flaw;
    }

    boolean isLooking() {
        return looking;
    }

    void shown(boolean now) {
        if (now == shown) return;
        shown = now;
        refused = Optional.empty();
        if (now) look();
        else board.watch(false);
    }

    /** Looks for devices: the microphone is let go meanwhile, for the system is not asked while sound flows. */
    void look() {
        if (looking) return;
        looking = true;
        board.watch(false);
        changed();
        work.ask(board::devices, this::found, failure -> found(devices));
    }

    private void found(Devices there) {
        devices = there;
        looking = false;
        if (shown) board.watch(true);
        changed();
    }

    void microphone(String name) {
        choose(w -> w.withMicrophone(name));
    }

    void speaker(String name) {
        choose(w -> w.withSpeaker(name));
    }

    void ringer(String name) {
        choose(w -> w.withRinger(name));
    }

    void treat(VoiceTreatment treatment) {
        choose(w -> w.with(treatment));
    }

    void tones(ToneWishes tones) {
        choose(w -> w.with(tones));
    }

    /** Which calls are answered by themselves. */
    AnswerRules rules() {
        return answering.rules();
    }

    boolean mayAnswer() {
        return !answering.offered().isNone();
    }

    /** @param queue whether queue calls are answered by themselves @param asked whether calls are that the exchange asks for */
    void answer(boolean queue, boolean asked) {
        AnswerRules next = rules().with(queue ? answering.offered().calls() : AnswerRules.Calls.NONE)
                .with(asked ? answering.offered().asked() : AnswerRules.Asked.NEVER);
        work.ask(
                () -> answering.choose(next),
                kept -> chosen(kept ? Optional.empty() : Optional.of(Flaw.NOT_REMEMBERED)),
                failure -> chosen(Optional.of(Flaw.NOT_REMEMBERED)));
    }

    private void choose(UnaryOperator<SoundWishes> change) {
        SoundWishes next = change.apply(wishes());
        if (choosing || next.equals(wishes())) return;
        choosing = true;
        work.ask(() -> board.choose(next), this::chosen, failure -> chosen(Optional.of(Flaw.NOT_REMEMBERED)));
    }

    private void chosen(Optional<Flaw> now) {
        choosing = false;
        flaw = now;
        changed();
    }

    /** Begins a test call, or says why there is none. */
    void call() {
        Answer answer = board.call();
        refused = answer == Answer.IN_CALL ? Optional.of(answer) : Optional.empty();
        trial = board.trial();
        changed();
    }

    /** Ten times a second, on the screen's thread. */
    public void tick() {
        if (!shown) return;
        levels.is(board.levels());
        Trial now = board.trial();
        if (now == trial) return;
        trial = now;
        changed();
    }
}
