package amends.app;

import amends.acd.AcdEvent;
import amends.acd.AcdLink;
import amends.acd.AgentRules;
import amends.acd.AutoAnswer;
import amends.acd.QueueAgentSession;
import amends.acd.manager.ManagerAcdLink;
import amends.acd.manager.ManagerSettings;
import amends.contact.CallContactKeeping;
import amends.contact.ContactWriting;
import amends.contact.folder.FolderContactJournal;
import amends.customer.LookingScreenPop;
import amends.customer.PopState;
import amends.kernel.DutyHandler;
import amends.kernel.DutyRunner;
import amends.kernel.PlatformLoop;
import amends.kernel.Timekeeper;
import amends.knowledge.CallSuggestions;
import amends.media.AudioDevices;
import amends.media.CallButtons;
import amends.media.CallTap;
import amends.media.RtpMediaPlane;
import amends.media.TalkHints;
import amends.media.ffm.QuickExit;
import amends.media.webrtc.WebrtcCleaners;
import amends.promise.DeskPromises;
import amends.recording.ChainAnchoring;
import amends.recording.Recorder;
import amends.recording.RecordingEvent;
import amends.rtp.Srtp;
import amends.staff.StaffMember;
import amends.survey.SurveyOutlook;
import amends.telephony.CallerNumbers;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.Account;
import amends.telephony.sip.SipPhone;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk of one signed-in agent, without its window: phone, distributor, screen pop, contact, recording, wired as
 * the architecture's picture says. Everything that is called on it, is called on {@link #loop}.
 */
final class Desk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final Duration FAREWELL = Duration.ofSeconds(4);
    private static final Duration LAST_WRITES = Duration.ofSeconds(4);
    private static final Duration EXTENSION = Duration.ofSeconds(30);

    final Seating seating;
    /** With the extension that is registered. */
    final StaffMember member;

    final PlatformLoop loop = new PlatformLoop("call-loop");
    final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    final RtpMediaPlane media;
    final Optional<TalkHints> hints;
    final SipPhone phone;
    final AcdLink acd;
    final QueueAgentSession session;
    final LookingScreenPop pop;
    final CallContactKeeping contacts;
    final Optional<Recorder> recorder;
    final CallSuggestions suggestions;
    final ComplaintRoom complaintRoom;
    final ComplaintRoom.Handling recovery;
    /** Empty for those who lead no team. */
    final Optional<LeadRoom> lead;

    final SurveyOutlook surveys;
    final OwingRoom owing;
    final CompensationRoom compensation;
    final PromiseRoom promiseRoom;
    final DeskPromises promises;
    final PlanRoom plans;
    final OutsideRoom outside;
    final FollowRoom following;
    final DeskSoundBoard sound;
    final AutoAnswer answering;
    final CallerNumbers numbers;
    private final CallButtons headsets;
    final SupervisionRoom supervision;
    private final StoreRoom store;
    private final ContactWriting writing;
    private final DutyRunner duties;

    /** Signs the member in: registers the phone, joins the queues, looks after what a dead desk left. */
    static Desk open(
            DeskSettings settings,
            StoreRoom store,
            VaultRoom vault,
            StaffMember member,
            AudioDevices devices,
            Timekeeper time) {
        var desk = new Desk(settings, store, vault, member, devices, time);
        desk.start(vault, time);
        return desk;
    }

    private Desk(
            DeskSettings settings,
            StoreRoom store,
            VaultRoom vault,
            StaffMember signedIn,
            AudioDevices devices,
            Timekeeper time) {
        seating = Seating.of(settings, signedIn);
        StaffMember member = seating.member();
        this.member = member;
        this.store = store;
        if (!settings.meaning()) store.knowledge().model().close();
        recorder = settings.recording().enabled() ? Optional.of(recorder(vault, member, time)) : Optional.empty();
        CallTap.Factory recording = recorder.<CallTap.Factory>map(r -> r).orElse(call -> CallTap.NONE);
        hints = settings.hints() ? Optional.of(new TalkHints(recording)) : Optional.empty();
        media = new RtpMediaPlane(
                this::voiceAddress,
                settings.sip().rtpPorts(),
                settings.sip().media().with(Sounds.coders(settings.sound())),
                devices,
                hints.<CallTap.Factory>map(h -> h).orElse(recording),
                time);
        settings.sip().stun().ifPresent(media::ask);
        sound = new DeskSoundBoard(media, devices, new WebrtcCleaners(time, QuickExit::arm), settings.sound());
        if (settings.sip().showsKeys())
            LOG.warn(
                    "the keys of encrypted calls are readable on the way to the server: use transport TLS with encryption");
        if (settings.sip().media().encryption() != EncryptionWish.OFF) background.execute(Srtp::prepare);
        phone = new SipPhone(account(settings, seating), media, loop, time);
        acd = settings.acd().enabled() ? new ManagerAcdLink(manager(settings), loop, time) : new NoDistributor();
        session = new QueueAgentSession(
                loop,
                time,
                phone,
                acd,
                new AgentRules(settings.acd().queues(), settings.acd().afterCall(), EXTENSION));
        writing = new ContactWriting(
                store.contacts(),
                store.database(),
                store.queue(),
                new FolderContactJournal(store.journal()),
                !store.database().isPostgresql());
        contacts = new CallContactKeeping(
                phone, writing, () -> Optional.of(member.id()), settings.homeRegion(), loop, time);
        pop = new LookingScreenPop(
                phone,
                new LookingScreenPop.Store(store.gate(), store.audit(), store.queue()),
                () -> Optional.of(member),
                settings.homeRegion(),
                loop,
                background,
                time);
        pop.knows(
                user -> Seating.whoSits(settings, user, store.staff().all()),
                call -> session.offerOf(call).isPresent());
        session.onAcdEvent(event -> {
            if (event instanceof AcdEvent.QueueCallOffered offer) pop.isOffered(offer.call());
        });
        suggestions = CallCues.feeding(this, store, settings.language(), time);
        complaintRoom = new ComplaintRoom(store, settings, time);
        recovery = complaintRoom.at(this, contacts, settings.homeRegion());
        lead = LeadRoom.of(settings, member, time);
        surveys = SurveyRoom.at(this, writing, store, complaintRoom.callbacks, settings, time);
        promiseRoom = new PromiseRoom(store, settings, time);
        promises = promiseRoom.at(this, contacts);
        owing = new OwingRoom(this, store, writing, settings, time);
        compensation = new CompensationRoom(store, time);
        plans = new PlanRoom(this, store, settings.homeRegion(), time);
        outside = new OutsideRoom(this, store, settings, time);
        supervision = new SupervisionRoom(this, store, settings, time);
        following = new FollowRoom(member, store, settings, recorder, time);
        compensation.granting.onGranted(new PaymentPromises(
                promiseRoom.paying, promiseRoom.rules, store.contacts(), compensation.policies, store.staff(), time));
        duties = new DutyRunner(
                store.duties(),
                store.database(),
                handlers(store, vault, time),
                time,
                DutyRunner.Pace.USUAL,
                "desk-" + member.extension());
        join(settings);
        recovery.callbacks().callAs(settings.sip().numbers().ofCallbacks());
        numbers = settings.sip().numbers();
        answering = AnsweringRoom.at(this, settings.answering(), store.journal().getParent());
        headsets = HeadsetRoom.at(this, settings.sound(), time);
    }

    private List<DutyHandler> handlers(StoreRoom store, VaultRoom vault, Timekeeper time) {
        var handlers = new ArrayList<DutyHandler>();
        handlers.add(new ChainAnchoring(store.database(), vault.anchors()));
        handlers.add(vault.erasing());
        // A person's own login may not see to others' promises: the services do.
        if (!store.isPersonal()) {
            handlers.addAll(complaintRoom.duties());
            handlers.addAll(PromiseRoom.clock(store, time));
        }
        return handlers;
    }

    /** Where the phone reaches its server, the voice is offered too. On the call loop. */
    private InetAddress voiceAddress() {
        return phone.localAddress().orElseGet(InetAddress::getLoopbackAddress);
    }

    private static Recorder recorder(VaultRoom vault, StaffMember member, Timekeeper time) {
        return new Recorder(vault.vault(), vault.sealing(), vault.format(), vault.books(), member::id, time);
    }

    private static Account account(DeskSettings settings, Seating seating) {
        var sip = settings.sip();
        return new Account(
                seating.user(),
                seating.password().reveal(),
                sip.server(),
                sip.server(),
                sip.port(),
                sip.transport(),
                sip.displayName().isBlank() ? seating.member().name() : sip.displayName(),
                sip.outsidePrefix(),
                sip.authorities(),
                sip.expires(),
                sip.numbers(),
                sip.shownBy());
    }

    static ManagerSettings manager(DeskSettings settings) {
        var acd = settings.acd();
        String server = acd.server().isBlank() ? settings.sip().server() : acd.server();
        return new ManagerSettings(server, acd.port(), acd.user(), acd.secret().reveal(), acd.interfacePattern());
    }

    /** What one room tells and another must know; the rooms themselves do not know each other. */
    private void join(DeskSettings settings) {
        session.onAcdEvent(event -> {
            switch (event) {
                case AcdEvent.QueueCallOffered offer ->
                    contacts.cameFromQueue(offer.call(), offer.queue(), offer.waited());
                // Where the distributor is gone the server often is, and says so nowhere else.
                case AcdEvent.LinkDown down -> phone.doubt();
                default -> {}
            }
        });
        pop.onPop(shown -> {
            if (shown instanceof PopState.Known known)
                contacts.isCustomer(known.call(), known.profile().id());
        });
        recorder.ifPresent(r -> r.events().add(event -> {
            switch (event) {
                case RecordingEvent.RecordingBegan(var call, var recording) ->
                    loop.execute(() -> contacts.recordedAs(call, recording.id()));
                case RecordingEvent.RecordingSealed sealed -> duties.nudge();
                case RecordingEvent.RecordingTrouble(var call, var kind, var detail) ->
                    LOG.warn("call {}: recording {}: {}", call, kind, detail);
            }
        }));
        if (settings.recording().announce() && recorder.isPresent())
            new RecordingNotice(this, Announcements.wide(settings.recording().announceLanguage()));
        HeardLine.join(this);
        phone.onChange(state -> phone.serverAddress().ifPresent(server -> media.way(server, voiceAddress())));
        new RingingSound(phone, sound.ringer(), sound::waits);
    }

    private void start(VaultRoom vault, Timekeeper time) {
        vault.recoverInBackground(time);
        duties.start();
        sound.open(background);
        Thread.ofPlatform().name("rehearsal").daemon(true).start(() -> {
            media.rehearse();
            recorder.ifPresent(Recorder::rehearse);
        });
        loop.execute(() -> {
            contacts.recover(member.id(), left -> LOG.info("contacts left open by an earlier run: {}", left.size()));
            acd.open();
            phone.open();
            session.signIn(member);
            recovery.complaints().recover();
            recovery.callbacks().open();
            promises.open();
            plans.open();
        });
    }

    /** Says goodbye to distributor and server, seals what is recorded, stores what is known. */
    @Override
    public void close() {
        lead.ifPresent(LeadRoom::close);
        loop.execute(() -> {
            session.signOut();
            acd.close();
            phone.close();
            contacts.leave();
            recovery.callbacks().leave();
        });
        try {
            phone.ended().toCompletableFuture().get(FAREWELL.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | CompletionException | java.util.concurrent.ExecutionException e) {
            LOG.info("the PBX was left without a goodbye: {}", e.toString());
        }
        headsets.close();
        media.close();
        recorder.ifPresent(Recorder::close);
        loop.close();
        duties.close();
        store.queue().flush(LAST_WRITES);
        writing.close();
        recovery.held().close();
        outside.close();
        background.close();
    }
}
