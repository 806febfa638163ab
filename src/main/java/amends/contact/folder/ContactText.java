package amends.contact.folder;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.ContactJournal.Kept;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;

/** A contact as text: one property a line; what is not known has no line. */
final class ContactText {
    private final Properties lines;

    private ContactText(Properties lines) {
        this.lines = lines;
    }

    static String of(Kept kept) {
        var text = new ContactText(new Properties());
        Contact c = kept.contact();
        text.put("id", Optional.of(c.id()));
        text.put("call", Optional.of(c.call()));
        text.put("direction", Optional.of(c.direction()));
        text.put("agent", Optional.of(c.agent()));
        text.put("number", Optional.of(c.number()));
        text.put("customer", c.customer());
        text.put("queue", Optional.of(c.queue()));
        text.put("waited", Optional.of(c.waited()));
        text.put("began", Optional.of(c.began()));
        text.put("answered", c.answered());
        text.put("ended", c.ended());
        text.put("cause", c.cause());
        text.put("recording", c.recording());
        text.put("disposition", c.wrapUp().map(WrapUp::disposition));
        text.put("summary", c.wrapUp().map(WrapUp::note));
        text.put("state", Optional.of(c.state()));
        text.put("line.mean", c.line().map(CallLine::mean));
        text.put("line.worst", c.line().map(CallLine::worst));
        text.put("line.loss", c.line().map(CallLine::loss));
        text.put("line.loss.there", c.line().flatMap(CallLine::lossThere));
        text.put("line.round.trip", c.line().flatMap(CallLine::roundTripMs));
        text.put("note", Optional.of(kept.note()));
        return text.written();
    }

    private void put(String name, Optional<?> value) {
        value.ifPresent(known -> lines.setProperty(name, known.toString()));
    }

    private String written() {
        var out = new StringWriter();
        try {
            lines.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes everything", e);
        }
        return out.toString();
    }

    /** @throws IllegalArgumentException naming the line that is missing or wrong */
    static Kept read(String text) {
        var lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read", e);
        }
        return new ContactText(lines).kept();
    }

    private Kept kept() {
        Optional<WrapUp> wrapUp = optional("disposition", Disposition::valueOf)
                .map(disposition -> new WrapUp(disposition, must("summary", Function.identity())));
        var contact = new Contact(
                must("id", UUID::fromString),
                must("call", Function.identity()),
                must("direction", Direction::valueOf),
                must("agent", UUID::fromString),
                must("number", Function.identity()),
                optional("customer", UUID::fromString),
                must("queue", Function.identity()),
                must("waited", Duration::parse),
                must("began", Instant::parse),
                optional("answered", Instant::parse),
                optional("ended", Instant::parse),
                optional("cause", ClearCause::valueOf),
                optional("recording", UUID::fromString),
                wrapUp,
                must("state", Contact.State::valueOf),
                Optional.empty(),
                line());
        return new Kept(contact, must("note", Function.identity()));
    }

    private Optional<CallLine> line() {
        return optional("line.mean", Integer::valueOf)
                .map(mean -> new CallLine(
                        mean,
                        must("line.worst", Integer::valueOf),
                        must("line.loss", Integer::valueOf),
                        optional("line.loss.there", Integer::valueOf),
                        optional("line.round.trip", Integer::valueOf)));
    }

    private <T> T must(String name, Function<String, T> reading) {
        return optional(name, reading).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    private <T> Optional<T> optional(String name, Function<String, T> reading) {
        String value = lines.getProperty(name);
        if (value == null) return Optional.empty();
        try {
            return Optional.of(reading.apply(value));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(name + " cannot be read", e);
        }
    }
}
