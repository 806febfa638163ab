package amends.desktop;

import amends.acd.AcdEvent;
import amends.acd.QueueStatus;
import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile;
import amends.customer.PopState;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.media.MediaQuality;
import amends.quality.Inspector;
import amends.recording.Recording;
import amends.recording.RecordingLibrary.Sound;
import amends.recovery.Evidence;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Failure;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.survey.SurveyDecision;
import amends.survey.SurveyObjection;
import amends.telephony.CallId;
import amends.telephony.CallerNumbers;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import amends.telephony.LineState;
import amends.telephony.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Everything a window needs, in memory, with the people and calls of an ordinary morning. */
public final class FakeDesk {
    /** By when it was said: the same minutes of sound for every desk, since windows that were closed linger. */
    private static final Map<Long, Sound> SPOKEN = new ConcurrentHashMap<>();

    public static final CallId CALL = new CallId("c1@pbx");
    public static final String NUMBER = "+8613800138000";
    public static final CustomerProfile WANG = new CustomerProfile(
            new UUID(7, 1),
            "王建国",
            List.of(new PhoneNumber(NUMBER)),
            CustomerProfile.Tier.GOLD,
            "上海",
            Optional.of(Instant.parse("2022-10-01T00:00:00Z")),
            "退款请回短信，白天开会多。",
            3);

    public final SettableTime time = new SettableTime();
    public final StaffMember member = new StaffMember(new UUID(1, 1001), "limin", "李敏", "1001", Set.of(Role.AGENT));
    public final FakePhone phone = new FakePhone(time);
    public final FakeColleagues colleagues = new FakeColleagues();
    public final FakeSession session = new FakeSession();
    public final FakePop pop = new FakePop();
    public final FakeKeeping keeping = new FakeKeeping();
    public final FakeLine line = new FakeLine();
    public final FakeAnswers answers = new FakeAnswers();
    public final FakeOwing owing = new FakeOwing();
    public final FakeArchive archive = new FakeArchive();
    public final FakeProfiles profiles = new FakeProfiles(archive);
    public final FakeComplaints complaints = new FakeComplaints();
    public final FakeImpressions impressions = new FakeImpressions();
    public final FakeCustomers customers = new FakeCustomers();
    public final FakeCallbacks callbacks = new FakeCallbacks();
    public final FakeAmending amending = new FakeAmending(time);
    public final FakePromises promises = new FakePromises(time, member);
    public final FakeComplaintOffice complaintOffice = new FakeComplaintOffice(time);
    public final FakeAhead ahead = new FakeAhead();
    public final FakeOutside outside = new FakeOutside();
    public final FakeFollowing following = new FakeFollowing();
    public final FakeSound sound = new FakeSound();
    public CallerNumbers numbers = CallerNumbers.NONE;
    public DesktopPorts.Telephone telephone = new DesktopPorts.Telephone("1001", Optional.empty());
    public final FakeAnswering answering = new FakeAnswering();
    public final Map<CallId, MediaQuality.Line> lines = new HashMap<>();
    public final amends.kernel.Subscribers<Optional<amends.acd.GuestSeen>> guests = new amends.kernel.Subscribers<>();
    public Optional<amends.media.TalkHint> hint = Optional.empty();
    public final List<CallId> painted = new ArrayList<>();
    public boolean closed;
    public Function<Disposition, SurveyDecision> surveys = disposition -> switch (disposition) {
        case WRONG_NUMBER, NO_CUSTOMER -> new SurveyDecision.WillNot(SurveyObjection.NOT_A_CUSTOMER);
        default -> new SurveyDecision.WillAsk(time.now());
    };
    public final FakeQuality quality = new FakeQuality(archive, member);
    public Optional<Inspector> inspector = Optional.empty();
    public Seats seats = Seats.NONE;
    public Optional<DesktopPorts.Team> team = Optional.empty();
    /** Who sits here, once they lead. */
    private static final StaffMember LEAD =
            new StaffMember(new UUID(1, 1001), "limin", "李敏", "1001", Set.of(Role.AGENT, Role.LEAD));

    public final FakeReports reports = new FakeReports(time);
    public final FakeAuthors authors = new FakeAuthors(time, reports);
    private Optional<FakeTeam> leading = Optional.empty();

    /** The window of somebody without a phone, on the same archive. */
    public OfficePorts office() {
        return new OfficePorts(
                FakeQuality.ZHOU,
                quality.inspector(FakeQuality.ZHOU, time),
                archive,
                () -> archive.databaseAway,
                reports.box(FakeQuality.ZHOU),
                id -> id.equals(member.id()) ? member.name() : "周婷",
                around());
    }

    private DesktopPorts.Surroundings around() {
        return new DesktopPorts.Surroundings(time, Runnable::run, "CN", painted::add, () -> closed = true, seats);
    }

    public DesktopPorts ports() {
        return new DesktopPorts(
                member,
                phone,
                line,
                colleagues,
                session,
                pop,
                keeping,
                archive.port(member.name()),
                answers.port(),
                team,
                contact -> surveys,
                owing,
                new DesktopPorts.Complaining(complaints, callbacks, complaintOffice),
                promises.port(),
                inspector,
                amending.port(),
                impressions.port(),
                profiles.desk(member, time),
                reports.port(leading.isPresent() ? LEAD : member),
                customers,
                ahead.port(time, member),
                outside,
                following.port(),
                call -> Optional.ofNullable(lines.get(call)),
                authors.port(leading.isPresent() ? LEAD : member),
                sound,
                guests::add,
                call -> hint,
                answering,
                numbers,
                telephone,
                around());
    }

    /** Whoever sits here leads a team; the same one when asked again. */
    public FakeTeam leads() {
        if (leading.isEmpty()) {
            inspector = Optional.of(quality.inspector(
                    new StaffMember(member.id(), "limin", "李敏", "1001", Set.of(Role.AGENT, Role.LEAD)), time));
            leading = Optional.of(new FakeTeam(time).inAnOrdinaryMorning(member.id()));
            team = leading.map(FakeTeam::port);
        }
        return leading.get();
    }

    /** The queue's offer, the ring and the caller's profile, as they come in a real call. */
    public void rings() {
        session.tells(new AcdEvent.QueueCallOffered(CALL, "support", NUMBER, Duration.ofSeconds(80), true));
        session.becomes(new amends.acd.AgentState.Busy());
        phone.rings(CALL.value(), NUMBER, "");
        keeping.contacts.put(CALL, contact(CALL));
        pop.pops(new PopState.Known(CALL, new Party(NUMBER, ""), WANG));
        answers.suggestsAnOrdinaryMorning(CALL.value());
        owing.owes(CALL);
    }

    /** The queue's offer, the ring and the profile of one to whom three things were done. */
    public void ringsWhomWeOwe() {
        rings();
        owing.owes(
                CALL,
                owed(new GaveUp("u1", "support", Duration.ofMinutes(14)), 20),
                owed(new Dropped(new CallId("old"), Duration.ofMinutes(4), ClearCause.UNREACHABLE), 50),
                owed(new BadlyHeard(new CallId("older"), 8, Hearing.AGENT), 75));
    }

    private Failure owed(Evidence evidence, long hoursAgo) {
        Instant at = time.now().minus(Duration.ofHours(hoursAgo));
        return Failure.of(evidence, at, Optional.of(WANG.id()), Optional.of(new PhoneNumber(NUMBER)));
    }

    /** A stranger rings. */
    public void strangerRings(String number, String displayName) {
        session.becomes(new amends.acd.AgentState.Busy());
        phone.rings(CALL.value(), number, displayName);
        pop.pops(new PopState.Unknown(CALL, new Party(number, displayName), PhoneNumber.parse(number, "CN")));
    }

    /** The far end hangs up, and the write-up begins. */
    public void ends() {
        phone.farEndClears(CALL, ClearCause.REMOTE_HANGUP);
        keeping.tells(new ContactEvent.CallOver(writtenUp()));
        session.becomes(new amends.acd.AgentState.WorkingAfterCall(time.now().plusSeconds(25)));
    }

    private Contact writtenUp() {
        return new Contact(
                new UUID(3, 0),
                CALL.value(),
                Direction.INBOUND,
                member.id(),
                NUMBER,
                Optional.of(WANG.id()),
                "support",
                Duration.ofSeconds(80),
                time.now().minusSeconds(230),
                Optional.of(time.now().minusSeconds(222)),
                Optional.of(time.now()),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.empty(),
                Optional.empty(),
                Contact.State.WRAP_UP);
    }

    /** Registered, ready, with queues, earlier contacts and recordings. */
    public FakeDesk onAnOrdinaryMorning() {
        line.becomes(new LineState.Registered(time.now().plusSeconds(300)));
        addContact("+8613900139001", 12, Disposition.SOLVED, "还款被重复扣款，已核对流水，多扣一笔今天退回。", Optional.empty(), 5);
        addContact("+862161234567", 34, Disposition.FOLLOW_UP, "发票抬头有误，明天上午回电确认新抬头。", Optional.empty(), 0);
        addContact(NUMBER, 60 * 26, Disposition.COMPLAINT, "排队 14 分钟未接通，要求回电说明。", Optional.of(WANG.id()), 1);
        addContact(NUMBER, 60 * 24 * 9, Disposition.SOLVED, "补寄账单，地址已核对。", Optional.of(WANG.id()), 4);
        addRecording("r1", 12, Duration.ofSeconds(214), Recording.State.SEALED);
        addRecording("r2", 34, Duration.ofSeconds(128), Recording.State.SEALED);
        addRecording("r3", 60 * 26, Duration.ofSeconds(47), Recording.State.INTERRUPTED);
        return this;
    }

    public void queuesTell() {
        session.tells(new AcdEvent.QueueChanged(new QueueStatus("support", 4, Duration.ofSeconds(80), 2, 5)));
        session.tells(new AcdEvent.QueueChanged(new QueueStatus("sales", 0, Duration.ZERO, 3, 3)));
    }

    /** @param score 0: none */
    private Contact contact(CallId call) {
        return new Contact(
                new UUID(3, 77),
                call.value(),
                Direction.INBOUND,
                member.id(),
                NUMBER,
                Optional.of(WANG.id()),
                "support",
                Duration.ofSeconds(80),
                time.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.OPEN);
    }

    private void addContact(
            String number, long minutesAgo, Disposition disposition, String note, Optional<UUID> who, int score) {
        Instant began = time.now().minus(Duration.ofMinutes(minutesAgo));
        archive.contacts.save(new Contact(
                new UUID(3, minutesAgo),
                "old-" + minutesAgo,
                Direction.INBOUND,
                member.id(),
                number,
                who,
                "support",
                Duration.ofSeconds(30),
                began,
                Optional.of(began.plusSeconds(4)),
                Optional.of(began.plusSeconds(200 + minutesAgo % 60)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.empty(),
                Optional.of(new WrapUp(disposition, note)),
                Contact.State.CLOSED,
                Optional.of(score).filter(given -> given > 0),
                Optional.of(
                        minutesAgo == 34
                                ? new CallLine(287, 164, 74, Optional.of(31), Optional.of(212))
                                : new CallLine(431, 418, 2, Optional.of(1), Optional.of(38)))));
    }

    private void addRecording(String name, long minutesAgo, Duration length, Recording.State state) {
        Instant began = time.now().minus(Duration.ofMinutes(minutesAgo));
        var id = new UUID(5, minutesAgo);
        archive.recordings.add(new Recording(
                id,
                "old-" + minutesAgo,
                member.id(),
                name + ".oga",
                began,
                Optional.of(began.plus(length)),
                length,
                true,
                state));
        archive.sounds.put(id, SPOKEN.computeIfAbsent(minutesAgo, seed -> speechLike(length, seed)));
    }

    /** Two voices that take turns: noise in syllables, the agent pausing while the customer speaks. */
    private static Sound speechLike(Duration length, long seed) {
        var random = new Random(seed);
        int samples = (int) (length.toMillis() * 8);
        short[] customer = new short[samples];
        short[] agent = new short[samples];
        boolean customerSpeaks = true;
        for (int at = 0; at < samples; ) {
            int turn = 8000 + random.nextInt(56000);
            for (int i = at; i < Math.min(samples, at + turn); i++) {
                double syllable = Math.pow(Math.sin(i * Math.PI / 1700.0), 2) * Math.pow(Math.sin(i / 21000.0), 2);
                short value = (short) (random.nextGaussian() * 4500 * syllable);
                (customerSpeaks ? customer : agent)[i] = value;
            }
            at += turn;
            customerSpeaks = !customerSpeaks;
        }
        return new Sound(8000, customer, agent);
    }
}
