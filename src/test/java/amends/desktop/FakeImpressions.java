package amends.desktop;

import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Estimate;
import amends.personality.Impression;
import amends.personality.Impressions;
import amends.personality.Objection;
import amends.personality.Reason;
import amends.personality.Sheet;
import amends.staff.StaffMember;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is thought of customers, as told; nobody agreed to anything at first. */
public final class FakeImpressions implements Impressions {
    private static final Instant OCTOBER = Instant.parse("2025-10-03T02:00:00Z");
    public final Map<UUID, Impression> of = new HashMap<>();
    public final List<Sheet> sheets = new ArrayList<>();
    public final List<Objection> objections = new ArrayList<>();
    public boolean away;
    public boolean hasComplaint;

    public DesktopPorts.Manner port() {
        return new DesktopPorts.Manner(this, customer -> hasComplaint);
    }

    /** Twelve things seen on three days. */
    public void thinks(UUID customer, CustomerType type, Objection... objected) {
        double sign = type == CustomerType.EXPRESSIVE ? 1 : -1;
        boolean expressive = type == CustomerType.EXPRESSIVE;
        of.put(
                customer,
                new Impression(
                        new Estimate.Shown(
                                type,
                                expressive ? .874 : .861,
                                12,
                                List.of(
                                        new Reason(Behaviour.COMPLAINS_AT_ONCE, expressive, OCTOBER, sign * 1.1),
                                        new Reason(
                                                Behaviour.STAYS_POLITE,
                                                !expressive,
                                                OCTOBER.plusSeconds(86_400 * 20),
                                                sign * .8),
                                        new Reason(
                                                Behaviour.SCORES_1_OR_2,
                                                expressive,
                                                OCTOBER.plusSeconds(86_400 * 21),
                                                sign * .6),
                                        new Reason(
                                                Behaviour.ASKS_FOR_THE_RULE,
                                                expressive,
                                                OCTOBER.plusSeconds(86_400 * 64),
                                                -sign * .3))),
                        List.of(objected)));
    }

    /** Agreed, and hardly ever seen. */
    public void knowsLittleOf(UUID customer) {
        of.put(customer, new Impression(new Estimate.TooLittle(2), List.of()));
    }

    @Override
    public Impression impressionOf(UUID customer) {
        if (away) throw new IllegalStateException("away");
        return of.getOrDefault(customer, new Impression(new Estimate.NoConsent(), List.of()));
    }

    @Override
    public Heard mark(Sheet sheet, StaffMember member) {
        sheets.add(sheet);
        return Heard.KEPT;
    }

    @Override
    public Heard object(UUID customer, CustomerType type, String reason, StaffMember member) {
        objections.add(new Objection(UUID.randomUUID(), customer, member.id(), OCTOBER, type, reason));
        return Heard.KEPT;
    }
}
