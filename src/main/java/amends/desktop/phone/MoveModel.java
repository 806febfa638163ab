package amends.desktop.phone;

import amends.desktop.PresentationModel;
import amends.telephony.Call;
import amends.telephony.CallControl;
import amends.telephony.CallMarks;
import amends.telephony.ConnectionState;
import amends.telephony.Outcome;
import amends.telephony.Party;
import amends.telephony.Transfer;
import java.util.List;
import java.util.Optional;

/**
 * Leading calls elsewhere: passing one on, asking a colleague first, connecting two, talking to both. At each moment
 * there are at most two things to do, and both always have the same keys.
 */
public final class MoveModel extends PresentationModel {
    /** What can be done now. */
    public sealed interface Face {
        /** No call that could be led anywhere. */
        record Nothing() implements Face {}

        /** @param failed the last try, when it came to nothing */
        record Possible(Call call, Optional<Transfer> failed) implements Face {}

        /** The agent is choosing to whom. @param ringing whether the call is not answered yet, so it can only be sent on */
        record Choosing(Call call, boolean ringing) implements Face {}

        /** @param first the call that waits @param second the one talked on */
        record Two(Call first, Call second, Optional<Transfer> failed) implements Face {}

        record Moving(Transfer transfer) implements Face {}

        /** The exchange wants the call to be led to somebody outside. */
        record Asked(Call call, Party to) implements Face {}

        record Together(Call first, Call second) implements Face {}
    }

    private final PhoneModel phone;
    private final CallControl calls;
    private Optional<ColleaguesModel> colleagues = Optional.empty();
    private boolean choosing;

    MoveModel(PhoneModel phone, CallControl calls) {
        this.phone = phone;
        this.calls = calls;
        phone.listen(this::heard);
    }

    /** Whom a call could be led to in the house. */
    public void know(ColleaguesModel model) {
        colleagues = Optional.of(model);
        model.listen(this::changed);
    }

    /** Those of the house who fit what was typed. */
    public List<ColleaguesModel.Colleague> matching(String typed) {
        return colleagues.map(c -> c.matching(typed)).orElse(List.of());
    }

    private String dialled(String typed) {
        return colleagues.map(c -> c.dialled(typed)).orElse(typed).strip();
    }

    private void heard() {
        boolean can = face() instanceof Face.Choosing;
        if (choosing && !can) choosing = false;
        changed();
    }

    public Face face() {
        List<Call> all = phone.all();
        Optional<Call> asked =
                all.stream().filter(c -> c.marks().sentTo().isPresent()).findFirst();
        if (asked.isPresent())
            return new Face.Asked(asked.get(), asked.get().marks().sentTo().get());
        Optional<Transfer> last =
                all.stream().flatMap(c -> c.marks().transfer().stream()).findFirst();
        if (last.filter(t -> !t.stage().isOver()).isPresent()) return new Face.Moving(last.get());
        List<Call> together = all.stream().filter(c -> c.marks().inConference()).toList();
        if (together.size() == 2) return new Face.Together(together.get(0), together.get(1));
        return primaryFace(last.filter(t -> t.stage() == Transfer.Stage.FAILED));
    }

    private Face primaryFace(Optional<Transfer> failed) {
        Optional<Call> primary = phone.primary();
        if (primary.isEmpty()) return new Face.Nothing();
        Call call = primary.get();
        boolean ringing = PhoneModel.isRinging(call);
        if (!ringing && call.answered().isEmpty()) return new Face.Nothing();
        if (choosing) return new Face.Choosing(call, ringing);
        Optional<Call> waiting = phone.others().stream()
                .filter(c -> c.answered().isPresent() && c.state() == ConnectionState.HOLD)
                .findFirst();
        if (!ringing && waiting.isPresent()) return new Face.Two(waiting.get(), call, failed);
        return new Face.Possible(call, failed);
    }

    /** F8. @param destination what stands in the field */
    public void first(String destination) {
        switch (face()) {
            case Face.Possible possible -> choose(true);
            case Face.Choosing(Call call, boolean ringing)
            when !destination.isBlank() -> {
                String to = dialled(destination);
                told(ringing ? calls.redirect(call.id(), to) : calls.transfer(call.id(), to));
                choose(false);
            }
            case Face.Two(Call waits, Call talks, var failed) -> told(calls.connect(waits.id(), talks.id()));
            case Face.Asked(Call call, Party to) -> told(calls.decide(call.id(), true));
            case Face.Together(Call one, Call other) -> told(calls.connect(one.id(), other.id()));
            default -> {}
        }
    }

    /** Ctrl+F8. */
    public void second(String destination) {
        switch (face()) {
            case Face.Choosing(Call call, boolean ringing)
            when !ringing && !destination.isBlank() -> {
                told(calls.dial(dialled(destination), phone.caller().chosen()));
                choose(false);
            }
            case Face.Two(Call waits, Call talks, var failed) -> told(calls.confer(waits.id(), talks.id()));
            case Face.Asked(Call call, Party to) -> told(calls.decide(call.id(), false));
            case Face.Together(Call one, Call other) -> told(calls.part(other.id()));
            default -> {}
        }
    }

    public boolean choosing() {
        return choosing;
    }

    /** @param now false: the agent thinks better of it */
    public void choose(boolean now) {
        if (choosing == now) return;
        choosing = now;
        if (now) colleagues.ifPresent(ColleaguesModel::load);
        changed();
    }

    private void told(Outcome outcome) {
        phone.refused(outcome);
    }

    /** Whether the far end holds us and we do not hold it: silence then is no fault. */
    public static boolean isHeldByFar(Call call) {
        CallMarks marks = call.marks();
        return marks.heldByFar() && call.state() == ConnectionState.CONNECTED;
    }
}
