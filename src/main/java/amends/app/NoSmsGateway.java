package amends.app;

import amends.kernel.Cancellable;
import amends.sms.SmsGateway;
import java.util.function.Consumer;

/** Where no centre is configured: messages wait until their time is over. */
final class NoSmsGateway implements SmsGateway {
    @Override
    public void open(Receiver receiver) {}

    @Override
    public boolean isReachable() {
        return false;
    }

    @Override
    public Cancellable onReachable(Consumer<Boolean> listener) {
        return () -> {};
    }

    @Override
    public boolean awaitTurn() {
        return false;
    }

    @Override
    public Answer submit(Submission submission) {
        return new Answer.NotSent("no centre is configured");
    }

    @Override
    public void close() {}
}
