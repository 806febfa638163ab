package amends.desktop;

import amends.acd.AgentSession;
import amends.acd.AutoAnswering;
import amends.acd.GuestFeed;
import amends.acd.Supervision;
import amends.acd.Visiting;
import amends.care.CareDesk;
import amends.compensation.Auditing;
import amends.compensation.FairnessReport;
import amends.compensation.Grant;
import amends.compensation.Granting;
import amends.compensation.Ledger;
import amends.compensation.Offering;
import amends.contact.ContactKeeping;
import amends.contact.Contacts;
import amends.customer.CustomerOffice;
import amends.customer.OutsideFeed;
import amends.customer.ProfileDesk;
import amends.customer.ScreenPop;
import amends.kernel.Timekeeper;
import amends.knowledge.KnowledgeBase;
import amends.knowledge.ReadersScript;
import amends.knowledge.SuggestionFeed;
import amends.knowledge.UseKeeping;
import amends.media.AudioDevices;
import amends.media.MediaQuality;
import amends.media.SoundBoard;
import amends.media.TalkHint;
import amends.personality.Impressions;
import amends.promise.Promise;
import amends.promise.PromiseGate;
import amends.promise.PromiseHandling;
import amends.promise.PromiseOverview;
import amends.quality.Inspector;
import amends.readiness.PlanFeed;
import amends.readiness.PlanSwitching;
import amends.recording.RecordingLibrary;
import amends.recovery.CallbackHandling;
import amends.recovery.CallbackTask;
import amends.recovery.ComplaintHandling;
import amends.recovery.ComplaintOffice;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.OldAndNew;
import amends.recovery.Owing;
import amends.staff.StaffMember;
import amends.survey.SurveyOutlook;
import amends.telephony.CallControl;
import amends.telephony.CallId;
import amends.telephony.CallerNumbers;
import amends.telephony.Colleagues;
import amends.telephony.Line;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Everything the window needs. What says "on the call loop" is handed over behind posting decorators, so that the
 * window calls and hears all of it on the event dispatch thread; answers that a decorator can only give later
 * (an {@code Outcome}) may be {@code Accepted} at first.
 *
 * @param member who is signed in
 * @param team empty for those who do not lead one
 * @param surveys what will be decided about a contact in the write-up; asked in the background
 * @param inspector others' recordings, listed, heard and judged; empty for whom it is not given
 * @param profiles customers' whole profiles; asked in the background
 * @param hintOf what is to be said of how the two of a call speak; answers at once, on any thread
 * @param lineOf how good a call's line is now; answers at once, on any thread
 */
public record DesktopPorts(
        StaffMember member,
        CallControl calls,
        Line line,
        Colleagues colleagues,
        AgentSession session,
        ScreenPop screenPop,
        ContactKeeping keeping,
        Archive archive,
        Answers answers,
        Optional<Team> team,
        SurveyOutlook surveys,
        Owing owing,
        Complaining complaining,
        Promising promising,
        Optional<Inspector> inspector,
        Amending amending,
        Manner manner,
        ProfileDesk profiles,
        ReportPorts reports,
        CustomerOffice customers,
        Ahead ahead,
        OutsideFeed outside,
        FollowPorts following,
        Function<CallId, Optional<MediaQuality.Line>> lineOf,
        AuthorPorts authors,
        SoundBoard sound,
        GuestFeed guests,
        Function<CallId, Optional<TalkHint>> hintOf,
        AutoAnswering answering,
        CallerNumbers numbers,
        Telephone telephone,
        Surroundings around) {

    /**
     * Which telephone calls come to.
     *
     * @param registered at the exchange
     * @param own the member's own extension, where the settings register another telephone
     */
    public record Telephone(String registered, Optional<String> own) {
        /** Of a window without one. */
        public static final Telephone NONE = new Telephone("", Optional.empty());
    }

    /**
     * What is asked on the background executor, because it blocks.
     *
     * @param devices where a recording is heard, and who tells what is wrong with the sound
     * @param agentName who recorded it, for people; empty when unknown
     * @param databaseAway whether the database does not answer at present
     */
    public record Archive(
            Contacts contacts,
            RecordingLibrary recordings,
            AudioDevices devices,
            Function<UUID, String> agentName,
            BooleanSupplier databaseAway) {}

    /**
     * How a customer wishes to be spoken to.
     *
     * @param hasComplaint whether one of this customer is open; blocks
     */
    public record Manner(Impressions impressions, Predicate<UUID> hasComplaint) {}

    /**
     * What is promised to customers, and what was.
     *
     * @param gate finds a promise by its code; blocks
     * @param people who can keep a promise; blocks
     * @param all everybody's promises, for whom that is given; blocks
     */
    public record Promising(
            PromiseHandling promises,
            PromiseGate gate,
            Supplier<List<StaffMember>> people,
            Optional<PromiseOverview> all) {}

    /**
     * What is given for what went wrong. All of it blocks and is asked on the background executor.
     *
     * @param policyText the policy in force as it was written
     * @param given told when a call's customer was given something: what it paid for is owed no more; any thread
     */
    public record Amending(
            Offering offering,
            Granting granting,
            Ledger ledger,
            Supplier<String> policyText,
            BiConsumer<CallId, Grant> given,
            Optional<Oversight> oversight) {}

    /**
     * Whether all are given alike, for whom that is given; blocks.
     *
     * @param report of what was given since a moment
     */
    public record Oversight(Function<Instant, FairnessReport> report, Auditing auditing) {}

    /**
     * Complaints of the desk's calls, and this member's callbacks.
     *
     * @param office where complaints are handled between their receipt and their end; asked in the background
     */
    public record Complaining(ComplaintHandling complaints, CallbackHandling callbacks, ComplaintOffice office) {}

    /**
     * What is done before somebody complains.
     *
     * @param care asked in the background, as {@code switching} and {@code corrections} are
     * @param corrections what a customer was told and what is right
     */
    public record Ahead(
            CareDesk care,
            PlanSwitching switching,
            PlanFeed plans,
            Function<AnswerCorrected, Optional<OldAndNew>> corrections) {}

    /**
     * The knowledge base. It is asked on the background executor.
     *
     * @param feed what suggests itself in each call
     */
    public record Answers(KnowledgeBase base, SuggestionFeed feed, UseKeeping used, ReadersScript script) {}

    /**
     * What a lead sees.
     *
     * @param overdue callbacks that are late, the longest due first, as many as asked for; blocks
     * @param broken promises that are overdue, as many as asked for; blocks
     * @param visiting the way into agents' live calls, for whom that is given
     */
    public record Team(
            Supervision supervision,
            IntFunction<List<CallbackTask>> overdue,
            IntFunction<List<Promise>> broken,
            Optional<Visiting> visiting) {}

    /**
     * @param background runs what blocks, never on the screen's thread: virtual threads
     * @param homeRegion ISO 3166 country whose numbers are shown nationally
     * @param painted told on the screen's thread when the profile of a call, or that it is unknown, was painted
     * @param closed told when the agent closed the window
     * @param seats other seats that can be taken from the window
     */
    public record Surroundings(
            Timekeeper time,
            Executor background,
            String homeRegion,
            Consumer<CallId> painted,
            Runnable closed,
            Seats seats) {}
}
