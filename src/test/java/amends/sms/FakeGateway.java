package amends.sms;

import amends.kernel.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A network that answers as it is told. */
final class FakeGateway implements SmsGateway {
    final List<Submission> submitted = new ArrayList<>();
    Function<Submission, Answer> answers = submission -> new Answer.Taken("id-1");
    boolean reachable = true;
    Receiver receiver;

    @Override
    public void open(Receiver to) {
        receiver = to;
    }

    @Override
    public boolean isReachable() {
        return reachable;
    }

    @Override
    public Cancellable onReachable(Consumer<Boolean> listener) {
        return () -> {};
    }

    @Override
    public boolean awaitTurn() {
        return reachable;
    }

    @Override
    public Answer submit(Submission submission) {
        submitted.add(submission);
        return answers.apply(submission);
    }

    @Override
    public void close() {}
}
