package amends.sms.jdbc;

import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import amends.sms.ArrivalBook;
import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Part;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What arrived, and the messages that it became, as rows. */
public final class JdbcArrivalBook implements ArrivalBook {
    private static final int MOST_ADDRESS = 64;
    private static final int MOST_TEXT = 2000;
    private static final int MOST_NAME = 60;
    private final Database database;

    public JdbcArrivalBook(Database database) {
        this.database = database;
    }

    @Override
    public boolean isRepeated(Arrival arrival, Instant since) {
        return database.handle(h -> h.createQuery("""
                        select count(*) from sms_arrival
                        where fingerprint = :fingerprint and at >= :since and (:numbered or connection <> :connection)""")
                        .bind("fingerprint", arrival.fingerprint())
                        .bind("since", since)
                        .bind("numbered", arrival.numbered())
                        .bind("connection", name(arrival.connection()))
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    private static String name(String raw) {
        return PlainText.line(raw, MOST_NAME);
    }

    private static String address(String raw) {
        return PlainText.line(raw, MOST_ADDRESS);
    }

    @Override
    public void keep(UUID id, Arrival arrival, Instant at) {
        database.handle(h -> h.createUpdate("""
                        insert into sms_arrival (id, fingerprint, connection, sender, recipient, content, at,
                        reference, part, parts)
                        values (:id, :fingerprint, :connection, :sender, :recipient, :content, :at,
                        :reference, :part, :parts)""")
                .bind("id", id)
                .bind("fingerprint", arrival.fingerprint())
                .bind("connection", name(arrival.connection()))
                .bind("sender", address(arrival.from()))
                .bind("recipient", address(arrival.to()))
                .bind("content", hex(arrival.text()))
                .bind("at", at)
                .bind("reference", arrival.part().map(Part::reference).orElse(null))
                .bind("part", arrival.part().map(Part::number).orElse(null))
                .bind("parts", arrival.part().map(Part::of).orElse(null))
                .execute());
    }

    private static String hex(String text) {
        var bytes = ByteBuffer.allocate(2 * Math.min(text.length(), MOST_TEXT));
        text.chars().limit(MOST_TEXT).forEach(c -> bytes.putChar((char) c));
        return HexFormat.of().formatHex(bytes.array());
    }

    private static String text(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex)).asCharBuffer().toString();
    }

    @Override
    public List<StoredPart> waitingWith(UUID arrival) {
        return database.handle(h -> h.select("""
                        select p.id, p.reference, p.part, p.parts, p.content, p.sender, p.recipient
                        from sms_arrival a join sms_arrival p on p.sender = a.sender and p.recipient = a.recipient
                        and p.reference = a.reference and p.parts = a.parts and p.incoming is null
                        where a.id = ? and a.incoming is null order by p.at, p.id""", arrival)
                .map((row, context) -> new StoredPart(
                        row.getObject("id", UUID.class),
                        new Part(row.getInt("reference"), row.getInt("part"), row.getInt("parts")),
                        text(row.getString("content")),
                        row.getString("sender"),
                        row.getString("recipient")))
                .list());
    }

    @Override
    public void keep(Whole whole, List<UUID> arrivals) {
        database.handle(h -> {
            h.execute(
                    "insert into sms_incoming (id, sender, recipient, content, at, told) values (?, ?, ?, ?, ?, false)",
                    whole.id(),
                    address(whole.from()),
                    address(whole.to()),
                    whole.text(),
                    whole.at());
            return h.createUpdate("update sms_arrival set incoming = :whole where id in (<ids>)")
                    .bind("whole", whole.id())
                    .bindList("ids", arrivals)
                    .execute();
        });
    }

    @Override
    public Optional<Whole> whole(UUID id) {
        return database.handle(h -> h.select("select sender, recipient, content, at from sms_incoming where id = ?", id)
                .map((row, context) -> new Whole(
                        id,
                        row.getString("sender"),
                        row.getString("recipient"),
                        row.getString("content"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    @Override
    public boolean told(UUID id) {
        return database.handle(
                h -> h.execute("update sms_incoming set told = true where id = ? and told = false", id) == 1);
    }
}
