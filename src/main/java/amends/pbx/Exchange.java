package amends.pbx;

import amends.kernel.Loop;
import amends.kernel.Subscribers;
import amends.kernel.Timekeeper;
import amends.sip.Agreement;
import amends.telephony.Codec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the parts of the exchange share, and where a call that arrived is sent. Belongs to its loop. */
final class Exchange {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private final PbxConfig config;
    private final Timekeeper time;
    private final Loop loop;
    private final Sounds sounds = Sounds.synthesised();
    private final Subscribers<PbxEvent> subscribers = new Subscribers<>();
    private final DialPlan plan;
    private final Channels channels;
    private final Devices devices;
    private final Map<String, QueueDesk> queues = new LinkedHashMap<>();
    private SipSide sip;

    Exchange(PbxConfig config, Registrar registrar, Timekeeper time, Loop loop) {
        this.config = config;
        this.time = time;
        this.loop = loop;
        this.plan = new DialPlan(config);
        this.channels = new Channels(config.systemName(), time, this::publish);
        this.devices = new Devices(
                config, channels, extension -> registrar.newest(extension).isPresent(), this::publish);
        config.queues().forEach(q -> queues.put(q.name(), new QueueDesk(this, q)));
        devices.onChange(device -> {
            queues.values().forEach(q -> q.deviceChanged(device));
            if (sip != null) sip.deviceChanged(device);
        });
    }

    void connect(SipSide side) {
        sip = side;
    }

    Timekeeper time() {
        return time;
    }

    Loop loop() {
        return loop;
    }

    Sounds sounds() {
        return sounds;
    }

    Channels channels() {
        return channels;
    }

    /** Who sits at a telephone of the house is told with whom they talk now; outside it is no affair of anybody's. */
    void introduce(Channel told, Identity other) {
        if (devices.extensionOf(told.device).isPresent()) told.leg.notifyOther(other);
    }

    Devices devices() {
        return devices;
    }

    DialPlan plan() {
        return plan;
    }

    SipSide sip() {
        return sip;
    }

    Map<String, QueueDesk> queues() {
        return queues;
    }

    Subscribers<PbxEvent> subscribers() {
        return subscribers;
    }

    void publish(PbxEvent event) {
        LOG.trace("{}", event);
        subscribers.publish(event);
    }

    long secondsSince(long nanos) {
        return Duration.ofNanos(time.nanos() - nanos).toSeconds();
    }

    /** A house telephone dialled. */
    void fromInside(Extension extension, String dialled, SipLeg leg, ShownWish wish) {
        var caller = new Identity(extension.name(), extension.displayName());
        Channel channel = channels.incoming(devices.deviceOf(extension), Channels.INSIDE, dialled, caller, leg);
        channel.wish = wish;
        follow(plan.fromInside(dialled), channel);
    }

    /** Somebody in the public network dialled. */
    void fromOutside(Identity caller, String dialled, SipLeg leg) {
        Channel channel = channels.incoming(Devices.TRUNK, Channels.OUTSIDE, dialled, caller, leg);
        follow(plan.fromOutside(dialled), channel);
    }

    /** Sends the call where it is to go. */
    void follow(Route route, Channel channel) {
        channel.leg.listen(new Passing(this, channel));
        switch (route) {
            case Route.ToQueue(CallQueue queue) -> QueueEntrance.admit(this, queues.get(queue.name()), channel);
            case Route.ToExtension(Extension extension) -> Dialling.toExtension(this, channel, extension);
            case Route.ToOutside(String number) -> Dialling.toOutside(this, channel, number);
            case Route.ToEcho _ -> {
                channel.leg.media().echo();
                pickUp(channel);
            }
            case Route.ToMusic _ -> {
                if (pickUp(channel)) channel.leg.media().play(sounds.music());
            }
            case Route.Nowhere(HangupCause cause, String reason) -> {
                LOG.info("{}: {}", channel.leg.callId(), reason);
                refuse(channel, cause);
            }
        }
    }

    /** A leg that nobody else is party to. */
    private record Passing(Exchange exchange, Channel channel) implements LegListener {
        @Override
        public void ended() {
            exchange.publish(new PbxEvent.HangupRequested(channel.view(), HangupCause.NORMAL));
            exchange.channels.gone(channel, HangupCause.NORMAL);
        }
    }

    /** Answers the caller if need be with whatever can be carried. @return false when the leg was refused */
    boolean pickUp(Channel channel) {
        return channel.state == ChannelState.UP || answer(channel, LegMedia.CARRIED);
    }

    /** Answers a caller who will talk to somebody not known yet: in what everybody can, if the caller can it too. */
    boolean pickUpForOthers(Channel channel) {
        if (channel.state == ChannelState.UP) return true;
        List<Codec> proposed = proposedBy(channel);
        if (proposed.size() < channel.leg.proposed().size()) return answer(channel, proposed);
        boolean commonplace = !Agreement.common(proposed, LegMedia.COMMONPLACE).isEmpty();
        return answer(channel, commonplace ? LegMedia.COMMONPLACE : LegMedia.CARRIED);
    }

    /** @return false when there is no codec in common; the leg is refused then */
    boolean answer(Channel channel, List<Codec> able) {
        if (channel.leg.answer(able)) {
            channels.up(channel);
            return true;
        }
        LOG.info("{}: no codec in common", channel.leg.callId());
        channels.gone(channel, HangupCause.NOT_ACCEPTABLE);
        return false;
    }

    /** Ends a call that cannot go on, answered or not. */
    void refuse(Channel channel, HangupCause cause) {
        channels.clear(channel, cause);
    }

    /** What the other leg may be offered. */
    List<Codec> codecsOf(Channel channel) {
        return channel.state == ChannelState.UP ? channel.leg.media().agreed() : proposedBy(channel);
    }

    /**
     * What a caller proposes. Of one who asks somebody about a party that waits, only what that party speaks, if it is
     * there: the two may be connected, and packets go on as they are.
     */
    private List<Codec> proposedBy(Channel channel) {
        List<Codec> all = channel.leg.proposed();
        if (devices.extensionOf(channel.device).isEmpty()) return all;
        List<Codec> fitting = channels.of(channel.device).stream()
                .filter(c -> c != channel && c.bridge != null)
                .map(c -> c.bridge.other(c).leg.media().agreed().getFirst())
                .findFirst()
                .map(spoken -> all.stream()
                        .filter(c -> !c.isVoice() || c.sameCoding(spoken))
                        .toList())
                .orElse(all);
        return fitting.stream().anyMatch(Codec::isVoice) ? fitting : all;
    }

    /** Who owns the telephone, even when it shows somebody else's number. */
    Identity ownIdentity(Channel channel) {
        Optional<Extension> owner = devices.extensionOf(channel.device);
        return owner.map(e -> new Identity(e.name(), e.displayName())).orElse(channel.caller);
    }

    /** Who the public network is told is calling: a number that was asked for where the house allows it, else the owner. */
    Identity shownOutside(Channel channel) {
        return channel.wish
                .granted(config.trunk().numbers())
                .map(number -> new Identity(number, ""))
                .orElseGet(() -> ownIdentity(channel));
    }

    RecordingPrompt recordingPrompt() {
        return config.recordingPrompt();
    }

    /** Called now and then: asks those who fell silent whether they are there. */
    void probeSilent() {
        sip.sweep();
        channels.all().stream()
                .filter(c -> c.leg != null && c.state == ChannelState.UP)
                .forEach(c -> c.leg.probeIfSilent());
    }

    void hangUpAll() {
        channels.all().forEach(c -> channels.clear(c, HangupCause.NORMAL));
    }
}
