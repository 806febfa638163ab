package amends.acd.manager;

import amends.acd.BoardEvent;
import amends.acd.BoardEvent.CallerJoined;
import amends.acd.BoardEvent.Counters;
import amends.acd.BoardEvent.Listing;
import amends.acd.BoardEvent.MemberSeen;
import amends.acd.BoardEvent.Past;
import amends.acd.BoardEvent.Phone;
import amends.kernel.PlainText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads what the manager protocol tells of queues into the house's words; nothing of it is trusted. */
final class BoardReading {
    /** What a lead's desk hears of. */
    static final Set<String> EVENTS = Set.of(
            "FullyBooted",
            "QueueCallerJoin",
            "QueueCallerLeave",
            "QueueCallerAbandon",
            "QueueMemberAdded",
            "QueueMemberRemoved",
            "QueueMemberPause",
            "QueueMemberStatus",
            "AgentCalled",
            "AgentConnect",
            "AgentComplete",
            "AgentRingNoAnswer");

    private static final int NAME = 80;
    private static final int ID = 150;

    private BoardReading() {}

    static String queue(ManagerFrame frame) {
        return PlainText.line(frame.get("Queue"), NAME);
    }

    /** Empty for what says nothing about a queue. */
    static Optional<BoardEvent> event(ManagerFrame e) {
        String queue = queue(e);
        String address = PlainText.line(e.get("Interface"), NAME);
        String caller = PlainText.line(e.get("Uniqueid"), ID);
        return Optional.ofNullable(
                switch (e.event()) {
                    case "QueueCallerJoin" ->
                        new CallerJoined(queue, caller, OfferJoin.caller(e), (int) e.number("Position"), Duration.ZERO);
                    case "QueueCallerLeave" -> new BoardEvent.CallerLeft(queue, caller);
                    case "QueueCallerAbandon" -> new BoardEvent.CallerAbandoned(queue, caller);
                    case "QueueMemberAdded", "QueueMemberPause", "QueueMemberStatus" ->
                        member(e, address, e.get("MemberName"), Past.NONE);
                    case "QueueMemberRemoved" -> new BoardEvent.MemberGone(queue, address);
                    case "AgentCalled" -> new BoardEvent.Offered(address, caller);
                    case "AgentRingNoAnswer" -> new BoardEvent.OfferEnded(address, caller);
                    case "AgentConnect" -> new BoardEvent.Connected(queue, address, caller, seconds(e, "HoldTime"));
                    case "AgentComplete" -> new BoardEvent.Completed(queue, address, caller, seconds(e, "HoldTime"));
                    default -> null;
                });
    }

    private static Duration seconds(ManagerFrame e, String key) {
        return Duration.ofSeconds(e.number(key));
    }

    private static MemberSeen member(ManagerFrame e, String address, String name, Past past) {
        boolean paused = e.is("Paused", "1") || e.is("Paused", "true");
        return new MemberSeen(
                queue(e),
                address,
                PlainText.line(name, NAME),
                phone(e.get("Status")),
                paused ? Optional.of(PlainText.line(e.get("PausedReason"), NAME)) : Optional.empty(),
                e.is("InCall", "1"),
                past);
    }

    /** Asterisk's numbers of a device's states. */
    private static Phone phone(String status) {
        return switch (status) {
            case "1" -> Phone.FREE;
            case "2", "3", "7", "8" -> Phone.BUSY;
            case "4", "5" -> Phone.AWAY;
            case "6" -> Phone.RINGING;
            default -> Phone.UNKNOWN;
        };
    }

    /**
     * The answer to {@code QueueStatus}.
     *
     * @param now seconds since 1970 by the distributor's clock
     */
    static List<Listing> listings(List<ManagerFrame> items, double now) {
        Map<String, ManagerFrame> params = new LinkedHashMap<>();
        Map<String, List<MemberSeen>> members = new LinkedHashMap<>();
        Map<String, List<CallerJoined>> callers = new LinkedHashMap<>();
        for (ManagerFrame item : items) {
            String queue = queue(item);
            switch (item.event()) {
                case "QueueParams" -> params.putIfAbsent(queue, item);
                case "QueueMember" ->
                    members.computeIfAbsent(queue, q -> new ArrayList<>())
                            .add(member(
                                    item,
                                    PlainText.line(item.get("Location"), NAME),
                                    item.get("Name"),
                                    past(item, now)));
                case "QueueEntry" ->
                    callers.computeIfAbsent(queue, q -> new ArrayList<>()).add(caller(item));
                default -> {}
            }
        }
        return params.entrySet().stream()
                .map(q -> new Listing(
                        q.getKey(),
                        counters(q.getValue()),
                        members.getOrDefault(q.getKey(), List.of()),
                        callers.getOrDefault(q.getKey(), List.of())))
                .toList();
    }

    private static CallerJoined caller(ManagerFrame item) {
        return new CallerJoined(
                queue(item),
                PlainText.line(item.get("Uniqueid"), ID),
                OfferJoin.caller(item),
                (int) item.number("Position"),
                seconds(item, "Wait"));
    }

    private static Past past(ManagerFrame item, double now) {
        return new Past(ago(item, "LoginTime", now), ago(item, "LastPause", now), ago(item, "LastCall", now));
    }

    private static Optional<Duration> ago(ManagerFrame item, String key, double now) {
        double then = decimal(item.get(key)).orElse(0);
        return then <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(Math.max(0, (long) (1000 * (now - then)))));
    }

    private static Counters counters(ManagerFrame params) {
        int completed = (int) params.number("Completed");
        double share = Math.clamp(decimal(params.get("ServicelevelPerf")).orElse(0), 0, 100);
        long threshold = params.number("ServiceLevel");
        return new Counters(
                completed,
                (int) Math.round(share * completed / 100),
                (int) params.number("Abandoned"),
                threshold > 0 ? Optional.of(Duration.ofSeconds(threshold)) : Optional.empty());
    }

    /** A plain decimal number of at most 20 digits. */
    static OptionalDouble decimal(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,7})?")
                ? OptionalDouble.of(Double.parseDouble(text))
                : OptionalDouble.empty();
    }
}
