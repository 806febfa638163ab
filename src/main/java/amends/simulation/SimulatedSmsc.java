package amends.simulation;

import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.simulation.SmscConduct.Reaction;
import amends.simulation.SmscLine.Delivery;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A short message service centre with the handsets behind it, on loopback: SMPP 3.4 for any client. It forgets
 * everything when it is closed.
 */
public final class SimulatedSmsc implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedSmsc.class);
    private static final String NAME = "amends-smsc";
    private static final long BIND_MILLIS = 5000;
    private static final int CLOCK_MILLIS = 1000;
    private static final int ANSWER_MILLIS = 5000;
    private static final int RECEIPT = 0x04;
    private static final int HEADER = 0x40;
    private static final byte DELIVERED = 2;
    private static final byte UNDELIVERABLE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private final List<SmscAccount> accounts;
    private final Duration receiptAfter;
    private final Timekeeper time;
    private final SmscDoor door;
    private final SMPPServerSessionListener listener;
    private final List<SmscLine> lines = new CopyOnWriteArrayList<>();
    private final List<SmscMessage> taken = new CopyOnWriteArrayList<>();
    private final Map<String, SimulatedHandset> handsets = new ConcurrentHashMap<>();
    private final Set<String> answered = ConcurrentHashMap.newKeySet();
    private final AtomicInteger handedIn = new AtomicInteger();
    private final AtomicInteger receipts = new AtomicInteger();
    private final AtomicInteger replies = new AtomicInteger();
    private final AtomicInteger references = new AtomicInteger();
    private volatile SmscConduct conduct = SmscConduct.TAKES_ALL;
    private volatile boolean closed;

    private SimulatedSmsc(int port, List<SmscAccount> accounts, Duration receiptAfter, Timekeeper time)
            throws IOException {
        this.accounts = List.copyOf(accounts);
        this.receiptAfter = receiptAfter;
        this.time = time;
        door = new SmscDoor(port);
        listener = new SMPPServerSessionListener(port, door);
        listener.setTimeout(CLOCK_MILLIS);
    }

    /**
     * @param port 0: any free one
     * @param receiptAfter how long a message takes to its handset
     * @throws IOException when the port is taken
     */
    public static SimulatedSmsc open(int port, List<SmscAccount> accounts, Duration receiptAfter, Timekeeper time)
            throws IOException {
        var smsc = new SimulatedSmsc(port, accounts, receiptAfter, time);
        Thread.ofVirtual().name("smsc-door").start(smsc::letIn);
        return smsc;
    }

    public int port() {
        return door.port();
    }

    /** Puts a handset in the place of the one with its number. Numbers without one get what is sent, and are silent. */
    public void handset(SimulatedHandset handset) {
        answered.remove(handset.number());
        handsets.put(handset.number(), handset);
    }

    public void conduct(SmscConduct other) {
        conduct = other;
    }

    /** Every message taken so far, in the order of their coming; one handed in twice is there twice. */
    public List<SmscMessage> taken() {
        return List.copyOf(taken);
    }

    public int boundClients() {
        return (int) lines.stream()
                .filter(line -> line.session().getSessionState().isBound())
                .count();
    }

    /** How many receipts clients have acknowledged. */
    public int receiptsTaken() {
        return receipts.get();
    }

    /** How many messages of handsets, or parts of them, clients have acknowledged. */
    public int repliesTaken() {
        return replies.get();
    }

    /** Breaks every connection, as a failing network does. */
    public void cutAll() {
        lines.forEach(SmscLine::cut);
    }

    /** A handset writes. Delivered to the client that serves the number, again and again until it has taken it. */
    public void write(String from, String to, String text) {
        String account = taken.stream()
                .filter(message -> message.from().equals(to))
                .reduce((a, b) -> b)
                .map(SmscMessage::account)
                .orElseGet(() -> accounts.getFirst().systemId());
        for (SmscWords.Octets part : SmscWords.parts(text, references.incrementAndGet() & 0xFF)) {
            var delivery = new Delivery(account, from, to, part.header() ? HEADER : 0, part.dataCoding(), part.bytes());
            later(Duration.ZERO, () -> deliverSurely(delivery, replies));
        }
    }

    private void letIn() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                var socket = door.lastEntered();
                Thread.ofVirtual().name("smsc-bind").start(() -> bind(session, socket));
            } catch (SocketTimeoutException e) {
                lines.removeIf(line -> !line.session().getSessionState().isNotClosed());
            } catch (IOException e) {
                if (!closed) LOG.warn("the message centre cannot let anybody in: {}", e.toString());
                return;
            }
        }
    }

    private void bind(SMPPServerSession session, java.net.Socket socket) {
        try {
            BindRequest request = session.waitForBind(BIND_MILLIS);
            session.setTransactionTimer(ANSWER_MILLIS);
            session.setMessageReceiverListener(new SmscReception(this::handedIn));
            var asked = new SmscAccount(request.getSystemId(), request.getPassword());
            if (!accounts.contains(asked)) {
                LOG.info("a client was not let in: unknown account or wrong password");
                request.reject(SMPPConstant.STAT_ESME_RBINDFAIL);
                return;
            }
            lines.add(new SmscLine(asked.systemId(), session, socket));
            request.accept(NAME);
            LOG.info("client {} is bound", asked);
        } catch (TimeoutException | IOException | PDUStringException | IllegalStateException e) {
            LOG.info("a client did not bind: {}", e.toString());
            session.close();
        }
    }

    private SubmitSmResult handedIn(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
        SmscLine line = lines.stream()
                .filter(l -> l.session() == session)
                .findFirst()
                .orElseThrow(() -> new ProcessRequestException("not bound", SMPPConstant.STAT_ESME_RINVBNDSTS));
        var message = new SmscMessage(
                Ids.next().toString().replace("-", ""),
                line.account(),
                pdu.getSourceAddr(),
                international(pdu.getDestAddrTon(), pdu.getDestAddress()),
                SmscWords.read(pdu),
                time.now());
        Reaction reaction = conduct.to(message, handedIn.getAndIncrement());
        switch (reaction) {
            case THROTTLE -> throw new ProcessRequestException("too fast", SMPPConstant.STAT_ESME_RTHROTTLED);
            case REFUSE -> throw new ProcessRequestException("no", SMPPConstant.STAT_ESME_RINVDSTADR);
            default -> take(message, (pdu.getRegisteredDelivery() & 3) == 1, reaction, line);
        }
        return result(message.id());
    }

    private static String international(byte type, String address) {
        return type == TypeOfNumber.INTERNATIONAL.value() && !address.startsWith("+") ? "+" + address : address;
    }

    private static SubmitSmResult result(String id) throws ProcessRequestException {
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("id", SMPPConstant.STAT_ESME_RSYSERR, e);
        }
    }

    private void take(SmscMessage message, boolean receiptWanted, Reaction reaction, SmscLine line) {
        taken.add(message);
        if (reaction == Reaction.TAKE_AND_BREAK) line.cut();
        SimulatedHandset handset = handsets.getOrDefault(message.to(), SimulatedHandset.of(message.to()));
        Delivery receipt = receipt(message, handset.isOn());
        if (receiptWanted && reaction == Reaction.TAKE_RECEIPT_FIRST) {
            line.deliver(receipt);
            receipts.incrementAndGet();
        } else if (receiptWanted) {
            later(receiptAfter, () -> {
                deliverSurely(receipt, receipts);
                if (reaction == Reaction.TAKE_RECEIPT_TWICE) deliverSurely(receipt, receipts);
            });
        }
        if (handset.isOn()) reply(handset, message);
    }

    private Delivery receipt(SmscMessage message, boolean delivered) {
        return new Delivery(
                message.account(),
                message.to(),
                message.from(),
                RECEIPT,
                SmscWords.GSM,
                SmscWords.receipt(message, delivered, time.now()),
                new OptionalParameter.Receipted_message_id(message.id()),
                new OptionalParameter.Message_state(delivered ? DELIVERED : UNDELIVERABLE));
    }

    private void reply(SimulatedHandset handset, SmscMessage message) {
        boolean asks = Pattern.compile(handset.texts()).matcher(message.text()).find();
        if (!asks || handset.replies().isEmpty() || !answered.add(handset.number())) return;
        for (SimulatedHandset.Reply reply : handset.replies())
            later(receiptAfter.plus(reply.after()), () -> write(handset.number(), message.from(), reply.text()));
    }

    private void deliverSurely(Delivery delivery, AtomicInteger count) {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            var line = lines.stream()
                    .filter(l -> l.account().equals(delivery.account()) && l.receives())
                    .findFirst();
            if (line.isPresent() && line.get().deliver(delivery)) {
                count.incrementAndGet();
                return;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void later(Duration delay, Runnable work) {
        Thread.ofVirtual().name("smsc-delivery").start(() -> {
            long due = time.nanos() + delay.toNanos();
            for (long left = delay.toNanos(); left > 0; left = due - time.nanos()) LockSupport.parkNanos(left);
            if (!closed) work.run();
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("the door would not close", e);
        }
        lines.forEach(line -> {
            line.cut();
            line.session().close();
        });
    }
}
