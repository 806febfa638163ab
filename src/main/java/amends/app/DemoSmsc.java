package amends.app;

import amends.kernel.Timekeeper;
import amends.simulation.Persona;
import amends.simulation.SimulatedHandset;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscAccount;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The mobile network of the demo: the embedded message centre on a free port, and what its customers answer. */
final class DemoSmsc implements AutoCloseable {
    private static final Duration DELIVERY = Duration.ofMillis(300);
    /** How a question for a score says from where to where, in any language; receipts and notices say no such thing. */
    private static final String ASKS = "1 ?(到|至|to|-|–) ?5";

    private final SimulatedSmsc smsc;
    private final SmscAccount account;

    private DemoSmsc(SimulatedSmsc smsc, SmscAccount account) {
        this.smsc = smsc;
        this.account = account;
    }

    /** @param password of the only account; SMPP has room for 8 characters, the rest is cut */
    static DemoSmsc open(String password, Timekeeper time) throws IOException {
        var account = new SmscAccount("amends", password.substring(0, Math.min(8, password.length())));
        return new DemoSmsc(SimulatedSmsc.open(0, List.of(account), DELIVERY, time), account);
    }

    /** The desk's settings that lead here, a line of amends.yaml. */
    String settings() {
        return "sms: {enabled: true, port: %d, system-id: %s, password: %s}"
                .formatted(smsc.port(), account.systemId(), account.password());
    }

    /** To the first message from now on that asks the customer for a score, one answer after the other. */
    void willAnswer(Persona persona, Duration after, String... texts) {
        SimulatedHandset handset = SimulatedHandset.of(persona).whenAsked(ASKS);
        for (int i = 0; i < texts.length; i++) handset = handset.answering(after.multipliedBy(i + 1L), texts[i]);
        smsc.handset(handset);
    }

    SimulatedSmsc centre() {
        return smsc;
    }

    @Override
    public void close() {
        smsc.close();
    }
}
