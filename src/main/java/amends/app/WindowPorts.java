package amends.app;

import amends.acd.PostingAgentSession;
import amends.contact.PostingContactKeeping;
import amends.customer.PostingOutsideFeed;
import amends.customer.PostingScreenPop;
import amends.desktop.DesktopPorts;
import amends.desktop.Seats;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.knowledge.PostingSuggestionFeed;
import amends.knowledge.QueuedUseKeeping;
import amends.knowledge.jdbc.JdbcDisputes;
import amends.media.AudioDevices;
import amends.readiness.PostingPlanWatch;
import amends.recovery.PostingCallbackHandling;
import amends.recovery.PostingComplaintHandling;
import amends.recovery.PostingOwing;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import amends.telephony.Outcome;
import amends.telephony.PostingCallControl;
import amends.telephony.PostingColleagues;
import amends.telephony.PostingLine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** A desk as its window sees it: every port behind the decorator that hops between call loop and screen. */
final class WindowPorts {
    private WindowPorts() {}

    /**
     * Told on the screen's thread.
     *
     * @param painted when the profile of a call was painted
     * @param refused when the phone refused what was asked of it
     * @param closed when the window was closed
     * @param seats other seats that can be taken from the window
     */
    record Hooks(Consumer<CallId> painted, Consumer<Outcome> refused, Runnable closed, Seats seats) {
        Hooks(Consumer<CallId> painted, Consumer<Outcome> refused, Runnable closed) {
            this(painted, refused, closed, Seats.NONE);
        }
    }

    /** Blocks for a moment: some decorators are made on the call loop. Not on the screen's thread. */
    static DesktopPorts of(
            Desk desk,
            StoreRoom store,
            VaultRoom vault,
            AudioDevices devices,
            String homeRegion,
            Executor screen,
            Hooks hooks) {
        return CompletableFuture.supplyAsync(
                        () -> new DesktopPorts(
                                desk.member,
                                new PostingCallControl(desk.phone, desk.loop, screen, hooks.refused()),
                                new PostingLine(desk.phone, desk.loop, screen),
                                new PostingColleagues(desk.phone.colleagues(), desk.loop, screen),
                                new PostingAgentSession(desk.session, desk.loop, screen),
                                new PostingScreenPop(desk.pop, desk.loop, screen),
                                new PostingContactKeeping(desk.contacts, desk.loop, screen),
                                archive(desk.member, store, vault, devices),
                                answers(desk, store, screen),
                                desk.lead.map(lead -> lead.port(desk, screen)),
                                desk.surveys,
                                new PostingOwing(desk.owing.owing, desk.loop, screen),
                                complaining(desk, screen, hooks),
                                desk.promiseRoom.port(desk, screen),
                                new QualityRoom(store, vault).inspector(desk.member, homeRegion),
                                desk.compensation.port(desk),
                                PersonalityRoom.manner(desk, store),
                                store.profile().desk(store, desk.member, homeRegion, Timekeeper.system()),
                                new ReportRoom(store).ports(desk.member),
                                new CustomersRoom(
                                        desk.member, store, desk.complaintRoom.intake, homeRegion, Timekeeper.system()),
                                ahead(desk, store, screen),
                                new PostingOutsideFeed(desk.outside.asking, desk.loop, screen),
                                desk.following.ports(),
                                desk.media::line,
                                AuthorsRoom.ports(desk.member, store, Timekeeper.system()),
                                desk.sound,
                                desk.supervision.guests(screen),
                                call -> desk.hints.flatMap(h -> h.of(call)),
                                desk.answering,
                                desk.numbers,
                                desk.seating.telephone(),
                                new DesktopPorts.Surroundings(
                                        Timekeeper.system(),
                                        desk.background,
                                        homeRegion,
                                        hooks.painted(),
                                        hooks.closed(),
                                        hooks.seats())),
                        desk.loop)
                .join();
    }

    private static DesktopPorts.Answers answers(Desk desk, StoreRoom store, Executor screen) {
        return new DesktopPorts.Answers(
                store.knowledge().base(),
                new PostingSuggestionFeed(desk.suggestions, desk.loop, screen),
                new QueuedUseKeeping(
                        store.knowledge().used(),
                        store.knowledge().confirmations(),
                        new JdbcDisputes(store.database()),
                        store.queue(),
                        desk.member,
                        Timekeeper.system()),
                store.knowledge().script());
    }

    private static DesktopPorts.Ahead ahead(Desk desk, StoreRoom store, Executor screen) {
        return new DesktopPorts.Ahead(
                CareRoom.at(store, desk.member, Timekeeper.system()),
                PlanRoom.switching(store, desk.member, Timekeeper.system()),
                new PostingPlanWatch(desk.plans.watch, desk.loop, screen),
                new CorrectedAnswers(store, store.knowledge().articles(), "CN", Timekeeper.system())::told);
    }

    private static DesktopPorts.Complaining complaining(Desk desk, Executor screen, Hooks hooks) {
        return new DesktopPorts.Complaining(
                new PostingComplaintHandling(desk.recovery.complaints(), desk.loop, screen),
                new PostingCallbackHandling(desk.recovery.callbacks(), desk.loop, screen, hooks.refused()),
                desk.complaintRoom.office(desk.member, desk.compensation));
    }

    private static DesktopPorts.Archive archive(
            StaffMember member, StoreRoom store, VaultRoom vault, AudioDevices devices) {
        return new DesktopPorts.Archive(
                store.contacts(),
                new QualityRoom(store, vault).library(member),
                devices,
                id -> name(store, id),
                () -> !(store.database().availability() instanceof StoreAvailability.Available));
    }

    static String name(StoreRoom store, java.util.UUID id) {
        try {
            return store.staff().byId(id).map(StaffMember::name).orElse("");
        } catch (StoreUnavailable e) {
            return "";
        }
    }
}
