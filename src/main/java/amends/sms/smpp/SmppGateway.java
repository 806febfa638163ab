package amends.sms.smpp;

import amends.kernel.Cancellable;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.sms.SmsGateway;
import amends.sms.SmsGateway.Answer.NotNow;
import amends.sms.SmsGateway.Answer.NotSent;
import amends.sms.SmsGateway.Answer.Refused;
import amends.sms.SmsGateway.Answer.Taken;
import amends.sms.SmsGateway.Answer.Unanswered;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;

/**
 * One transceiver connection to a short message service centre, made again whenever it is lost. A long message goes
 * as one in {@code message_payload}: one answer, one receipt, nothing half sent.
 */
public final class SmppGateway implements SmsGateway {
    private final SmppSettings settings;
    private final Subscribers<Boolean> reachable = new Subscribers<>();
    private final Semaphore window;
    private final Pace pace;
    private final Binding binding;

    public SmppGateway(SmppSettings settings, Timekeeper time) {
        this.settings = settings;
        window = new Semaphore(settings.window());
        pace = new Pace(settings.perSecond(), time);
        binding = new Binding(settings, reachable::publish);
    }

    @Override
    public void open(Receiver receiver) {
        binding.start(receiver);
    }

    @Override
    public boolean isReachable() {
        return binding.session().isPresent();
    }

    @Override
    public Cancellable onReachable(Consumer<Boolean> listener) {
        return reachable.add(listener);
    }

    @Override
    public boolean awaitTurn() {
        pace.await();
        return isReachable();
    }

    @Override
    public Answer submit(Submission submission) {
        Optional<SMPPSession> session = binding.session();
        if (session.isEmpty()) return new NotSent("there is no connection to the centre");
        window.acquireUninterruptibly();
        try {
            return answered(session.get(), Submit.of(submission, settings.source()));
        } finally {
            window.release();
        }
    }

    private Answer answered(SMPPSession session, Submit submit) {
        try {
            String id = submit.over(session);
            return new Taken(id == null ? "" : id);
        } catch (NegativeResponseException e) {
            if (Refusal.isThrottling(e.getCommandStatus())) pace.rest();
            return Refusal.of(e.getCommandStatus());
        } catch (PDUException e) {
            return new Refused("it cannot be written as SMPP: " + e.getMessage());
        } catch (GenericNackResponseException e) {
            return new NotNow("the centre did not understand it: " + e.getMessage());
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            // Whether the bytes left before the connection broke cannot be known.
            return new Unanswered(e.getMessage());
        }
    }

    @Override
    public void close() {
        binding.close();
    }

    /** How long the answer to a bind may take, at most. */
    static Duration bindTime(SmppSettings settings) {
        return settings.answer().compareTo(Duration.ofSeconds(5)) > 0 ? settings.answer() : Duration.ofSeconds(5);
    }
}
