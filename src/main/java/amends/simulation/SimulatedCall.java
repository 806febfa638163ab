package amends.simulation;

import amends.sip.Agreement;
import amends.sip.MalformedSdp;
import amends.sip.SessionDescription;
import amends.sip.SipMessages;
import amends.sip.Transport;
import amends.telephony.ClearCause;
import amends.telephony.MediaDirection;
import amends.telephony.MediaTerms;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A call that a simulated customer has. The public methods may be called from any thread and return at once. */
public abstract sealed class SimulatedCall permits CustomersCall, CallToCustomer {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedCall.class);

    final SimulatedNetwork network;
    final Persona persona;
    final String callId;
    final CustomerVoice voice;
    private final CallPlan plan;
    private final CallSteps steps;
    private final CallScript script;
    private final long sessionId;
    private final InetSocketAddress heardAt;
    private long version = 1;
    private Dialog dialog;
    private boolean answered;
    private boolean heardSpeech;
    private volatile boolean ended;

    SimulatedCall(SimulatedNetwork network, Persona persona, CallPlan plan, CallSteps steps, String callId)
            throws IOException {
        this.network = network;
        this.persona = persona;
        this.plan = plan;
        this.steps = steps;
        this.callId = callId;
        sessionId = Integer.toUnsignedLong(callId.hashCode());
        script = new CallScript(plan, stage());
        voice = new CustomerVoice(
                network.address().getAddress(), network.coding(), new TurnTaking(plan.patience()), voiceListener());
        heardAt = voice.local().address();
    }

    private CallScript.Stage stage() {
        return new CallScript.Stage() {
            @Override
            public void say(String clip) {
                voice.say(clip, Clip.load(clip));
            }

            @Override
            public void hangUp() {
                SimulatedCall.this.hangUpNow();
            }

            @Override
            public void after(Duration delay, Runnable task) {
                network.loop().after(delay, task);
            }
        };
    }

    private CustomerVoice.Listener voiceListener() {
        return new CustomerVoice.Listener() {
            @Override
            public void said(String clip) {
                network.loop().execute(() -> {
                    if (ended) return;
                    steps.said(clip);
                    script.said();
                });
            }

            @Override
            public void turn(TurnTaking.Turn turn) {
                network.loop().execute(() -> turned(turn));
            }
        };
    }

    private void turned(TurnTaking.Turn turn) {
        if (ended) return;
        if (turn == TurnTaking.Turn.SPOKEN_TO && !heardSpeech) {
            heardSpeech = true;
            steps.heardSpeech();
        }
        script.turn();
    }

    public Persona persona() {
        return persona;
    }

    /** The Call-ID of the customer's own dialog; the desk's is another. */
    public String callId() {
        return callId;
    }

    /** Says a clip after those that are being said. @throws IllegalArgumentException when there is none of that name */
    public void say(String clip) {
        voice.say(clip, Clip.load(clip));
    }

    public void hangUp() {
        network.loop().execute(this::hangUpNow);
    }

    /** Everything heard so far, at most three minutes: 8,000 samples a second. */
    public short[] heard() {
        return voice.heard();
    }

    /** The port on which it is heard. */
    InetSocketAddress heardAt() {
        return heardAt;
    }

    public boolean hasEnded() {
        return ended;
    }

    // --- from here on: on the simulation's loop

    abstract void begin();

    /** Hangs up a call that is not answered yet. */
    abstract void giveUp();

    abstract void onResponse(ResponseEvent event);

    abstract void onCancel(ServerTransaction transaction, Request cancel);

    abstract void onTimeout(ClientTransaction transaction);

    /** The first ACK of the call, or of a change of its media. */
    void onAck(Request ack) {}

    void started() {
        network.loop().after(plan.longest(), this::hangUpNow);
        network.pacer().add(voice);
        steps.began(this);
    }

    void rings() {
        if (!ended) steps.ringing();
    }

    void hangUpNow() {
        if (ended) return;
        if (!answered) {
            giveUp();
            return;
        }
        sayBye();
        finish(ClearCause.LOCAL_HANGUP);
    }

    void sayBye() {
        try {
            Request bye = dialog.createRequest(Request.BYE);
            network.messages().dress(bye);
            network.endpoint().send(dialog, bye);
        } catch (SipException e) {
            LOG.info("{}: BYE cannot be sent: {}", callId, e.getMessage());
        }
    }

    void established(Dialog confirmed, MediaTerms remote) {
        if (ended || answered) return;
        dialog = confirmed;
        answered = true;
        voice.connect(remote);
        steps.answered();
        script.answered();
    }

    boolean isAnswered() {
        return answered;
    }

    void keepDialog(Dialog early) {
        dialog = early;
    }

    Dialog dialog() {
        return dialog;
    }

    void finish(ClearCause cause) {
        if (ended) return;
        ended = true;
        network.forget(this);
        voice.close();
        LOG.info("{}: the call of {} ended: {}", callId, persona.id(), cause);
        steps.ended(cause);
    }

    SessionDescription description(MediaTerms terms) {
        return SessionDescription.of(terms, sessionId, version++);
    }

    Optional<Agreement> answering(byte[] offer) {
        try {
            return Agreement.answering(SessionDescription.parse(offer).audio(), voice.local(), MediaDirection.SENDRECV);
        } catch (MalformedSdp e) {
            LOG.info("{}: an offer cannot be read: {}", callId, e.getMessage());
            return Optional.empty();
        }
    }

    Optional<MediaTerms> answerTo(MediaTerms offer, byte[] answer) {
        try {
            return Agreement.answered(offer, SessionDescription.parse(answer).audio())
                    .map(Agreement::remote);
        } catch (MalformedSdp e) {
            LOG.info("{}: an answer cannot be read: {}", callId, e.getMessage());
            return Optional.empty();
        }
    }

    /** A request within the call. */
    void onRequest(RequestEvent event, ServerTransaction transaction) {
        Request request = event.getRequest();
        switch (request.getMethod()) {
            case Request.ACK -> onAck(request);
            case Request.BYE -> {
                respond(transaction, network.messages().response(Response.OK, request));
                finish(ClearCause.REMOTE_HANGUP);
            }
            case Request.CANCEL -> onCancel(transaction, request);
            case Request.INVITE, Request.UPDATE -> changeMedia(transaction, request);
            case Request.OPTIONS, Request.INFO, Request.NOTIFY ->
                respond(transaction, network.messages().response(Response.OK, request));
            default -> respond(transaction, network.messages().response(Response.NOT_IMPLEMENTED, request));
        }
    }

    private void changeMedia(ServerTransaction transaction, Request request) {
        byte[] offer = SipMessages.body(request);
        Response ok = network.messages().response(Response.OK, request);
        ok.setHeader(network.messages().contact(SimulatedNetwork.USER, Transport.UDP));
        if (offer.length == 0) {
            if (request.getMethod().equals(Request.INVITE)) network.messages().describe(ok, description(voice.local()));
            respond(transaction, ok);
            return;
        }
        var agreement = answering(offer);
        if (agreement.isEmpty()) {
            respond(transaction, network.messages().response(Response.NOT_ACCEPTABLE_HERE, request));
            return;
        }
        network.messages().describe(ok, description(agreement.get().local()));
        voice.connect(agreement.get().remote());
        respond(transaction, ok);
    }

    void respond(ServerTransaction transaction, Response response) {
        if (transaction != null) network.endpoint().respond(transaction, response);
    }
}
