package amends.app;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.Contacts;
import amends.contact.WrapUp;
import amends.customer.TimeLineEntry;
import amends.customer.TimeLineEntry.Kind;
import amends.customer.TimeLineSource;
import java.util.List;
import java.util.UUID;

/** Contacts told in a customer's time line: the room of contacts does not know customers. */
record ContactTimeLine(Contacts contacts) implements TimeLineSource {
    @Override
    public List<TimeLineEntry> of(UUID customer, int most) {
        return contacts.ofCustomer(customer, most).stream()
                .map(ContactTimeLine::entry)
                .toList();
    }

    private static TimeLineEntry entry(Contact contact) {
        var told = TimeLineEntry.of(Kind.CONTACT, contact.id(), contact.began())
                .marked(contact.direction())
                .saying(contact.wrapUp().map(WrapUp::note).orElse(""));
        var scored = contact.score().map(told::scored).orElse(told);
        var heard = contact.line()
                .map(CallLine::kind)
                .filter(kind -> kind == CallLine.Kind.BAD)
                .map(scored::marked)
                .orElse(scored);
        return contact.wrapUp()
                .<Enum<?>>map(WrapUp::disposition)
                .or(contact::cause)
                .map(heard::in)
                .orElse(heard);
    }
}
