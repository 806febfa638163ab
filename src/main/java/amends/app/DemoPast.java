package amends.app;

import static amends.personality.Behaviour.ACCEPTS_FIRST_OFFER;
import static amends.personality.Behaviour.ASKS_FOR_SUPERIOR;
import static amends.personality.Behaviour.ASKS_FOR_THE_RULE;
import static amends.personality.Behaviour.COMPLAINS_AT_ONCE;
import static amends.personality.Behaviour.REJECTS_FIRST_OFFER;
import static amends.personality.Behaviour.STAYS_POLITE;
import static amends.personality.Behaviour.THANKS_ALL_THE_SAME;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.personality.Behaviour;
import amends.personality.Marks;
import amends.personality.Sheet;
import amends.simulation.Persona;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What went before between the demo bank and two of its customers: one who says at once what displeases him, and one
 * who stays polite and says little. Colleagues saw it and ticked it; nobody wrote down a type.
 */
final class DemoPast {
    private final StoreRoom store;
    private final Marks marks;
    private final UUID colleague;
    private final Instant now;

    private DemoPast(StoreRoom store, Marks marks, UUID colleague, Instant now) {
        this.store = store;
        this.marks = marks;
        this.colleague = colleague;
        this.now = now;
    }

    /** @param colleague who spoke with them */
    static void store(StoreRoom store, UUID colleague, Timekeeper time) {
        var past = new DemoPast(store, new PersonalityRoom(store, time).marks, colleague, time.now());
        store.database().run(() -> {
            past.ofTheOutspoken(Persona.WANG);
            past.ofTheQuiet(Persona.CHEN);
        });
    }

    private void ofTheOutspoken(Persona persona) {
        var angry = Map.of(COMPLAINS_AT_ONCE, true, REJECTS_FIRST_OFFER, true);
        agrees(persona);
        spoke(persona, 61, Disposition.SOLVED, "信用卡年费有异议，已减免", 2, 2, angry);
        spoke(persona, 33, Disposition.FOLLOW_UP, "转账延迟，客户要求上级处理", 2, 3, with(angry, ASKS_FOR_SUPERIOR));
        spoke(
                persona,
                12,
                Disposition.SOLVED,
                "还款提醒短信没收到",
                4,
                1,
                Map.of(COMPLAINS_AT_ONCE, true, ASKS_FOR_THE_RULE, false));
    }

    private void ofTheQuiet(Persona persona) {
        var calm = Map.of(STAYS_POLITE, true, COMPLAINS_AT_ONCE, false, ASKS_FOR_THE_RULE, true);
        agrees(persona);
        spoke(persona, 75, Disposition.SOLVED, "柜台排队久，客户没有多说", 3, 2, with(calm, ACCEPTS_FIRST_OFFER));
        spoke(persona, 40, Disposition.SOLVED, "问退款几天到账", 3, 2, with(calm, THANKS_ALL_THE_SAME));
        spoke(persona, 9, Disposition.FOLLOW_UP, "退款还没到，客户说不着急", 3, 3, with(calm, THANKS_ALL_THE_SAME));
    }

    private static Map<Behaviour, Boolean> with(Map<Behaviour, Boolean> marks, Behaviour seen) {
        var more = new java.util.EnumMap<Behaviour, Boolean>(marks);
        more.put(seen, true);
        return more;
    }

    private UUID id(Persona persona) {
        return store.customers()
                .byNumber(new PhoneNumber(persona.number()))
                .map(CustomerProfile::id)
                .orElseThrow();
    }

    private void agrees(Persona persona) {
        for (ConsentPurpose purpose : new ConsentPurpose[] {ConsentPurpose.PERSONALISATION, ConsentPurpose.SURVEY})
            store.profile()
                    .consents()
                    .give(new Consent(
                            Ids.named("demo-consent-" + persona + purpose),
                            id(persona),
                            purpose,
                            Consent.Way.SIGNED,
                            "服务协议第 7 条，网点签字",
                            Optional.empty(),
                            colleague,
                            now.minus(Duration.ofDays(400)),
                            Optional.empty(),
                            Optional.empty()));
    }

    private void spoke(
            Persona persona,
            int daysAgo,
            Disposition how,
            String note,
            int score,
            int severity,
            Map<Behaviour, Boolean> seen) {
        UUID contact = Ids.named("demo-contact-" + persona + daysAgo);
        if (store.contacts().byId(contact).isPresent()) return;
        Instant at = now.minus(Duration.ofDays(daysAgo));
        store.contacts().save(talk(contact, persona, at, new WrapUp(how, note)));
        store.contacts().score(contact, score);
        marks.keep(new Sheet(contact, id(persona), colleague, at, severity, seen));
    }

    private Contact talk(UUID contact, Persona persona, Instant at, WrapUp wrapUp) {
        return new Contact(
                contact,
                contact.toString(),
                Direction.INBOUND,
                colleague,
                persona.number(),
                Optional.of(id(persona)),
                DemoHouse.QUEUE,
                Duration.ofSeconds(40),
                at,
                Optional.of(at.plusSeconds(45)),
                Optional.of(at.plusSeconds(300)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.empty(),
                Optional.of(wrapUp),
                Contact.State.CLOSED);
    }
}
