package amends.promise.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.promise.PastCourse;
import amends.promise.Promise;
import amends.promise.PromiseEvent;
import amends.promise.PromiseTally;
import amends.promise.Promises;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The promises as rows. */
public final class JdbcPromises implements Promises {
    private static final String PROMISE = "select " + PromiseRow.COLUMNS + " from promise p ";
    private static final String OPEN = "p.state in ('OPEN', 'OVERDUE')";
    private final Database database;

    public JdbcPromises(Database database) {
        this.database = database;
    }

    @Override
    public void add(Promise promise) {
        database.insertingHandle(handle -> {
            if (isThere(handle, promise.id())) return 0;
            PromiseRow.bind(handle.createUpdate("""
                                    insert into promise (id, code, kind, what, amount, currency, customer, customer_name,
                                    number, contact, complaint, maker, owner, team, made, due, remind, state, reminded,
                                    ended, version) values (:id, :code, :kind, :what, :amount, :currency, :customer,
                                    :name, :number, :contact, :complaint, :maker, :owner, :team, :made, :due, :remind,
                                    :state, :reminded, :ended, :version)"""), promise).execute();
            return handle.createUpdate("""
                            insert into promise_course (promise, kind, team, made, ended, kept)
                            values (:id, :kind, :team, :made, null, false)""")
                    .bind("id", promise.id())
                    .bind("kind", promise.kind())
                    .bind("team", promise.owner().team().orElse(""))
                    .bind("made", promise.made())
                    .execute();
        });
    }

    private static boolean isThere(Handle handle, UUID promise) {
        return handle.select("select 1 from promise where id = ?", promise)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public boolean change(Promise before, Promise now) {
        return database.handle(handle -> {
            // Its course first: whoever hands a promise over may not touch it any more afterwards.
            if (!isAt(handle, before)) return false;
            if (now.ended().isPresent() || !now.owner().equals(before.owner())) course(handle, now);
            return handle.createUpdate("""
                            update promise set owner = :owner, team = :team, state = :state, reminded = :reminded,
                            ended = :ended, version = :version where id = :id and version = :was""")
                            .bindByType("owner", now.owner().person().orElse(null), UUID.class)
                            .bind("team", now.owner().team().orElse(null))
                            .bind("state", now.state().name())
                            .bindByType("reminded", now.reminded().orElse(null), Instant.class)
                            .bindByType("ended", now.ended().orElse(null), Instant.class)
                            .bind("version", now.version())
                            .bind("id", now.id())
                            .bind("was", before.version())
                            .execute()
                    == 1;
        });
    }

    /** Whether it still stands so; nobody else changes it until this transaction ends. */
    private static boolean isAt(Handle handle, Promise promise) {
        return handle.select(
                        "select 1 from promise where id = ? and version = ? for update",
                        promise.id(),
                        promise.version())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static void course(Handle handle, Promise promise) {
        boolean kept = promise.state() == Promise.State.KEPT || promise.state() == Promise.State.KEPT_LATE;
        handle.createUpdate("update promise_course set team = :team, ended = :ended, kept = :kept where promise = :id")
                .bind("team", promise.owner().team().orElse(""))
                .bindByType("ended", promise.ended().orElse(null), Instant.class)
                .bind("kept", kept)
                .bind("id", promise.id())
                .execute();
    }

    @Override
    public Optional<Promise> byId(UUID id) {
        return list("where p.id = ?", id).stream().findFirst();
    }

    @Override
    public Optional<Promise> byCode(String code) {
        return list("where p.code = ?", code).stream().findFirst();
    }

    @Override
    public List<Promise> openOf(UUID member, int most) {
        return list(
                "where (p.owner = ? or p.owner is null and p.maker = ?) and " + OPEN + " order by p.due, p.id limit ?",
                member,
                member,
                most);
    }

    @Override
    public List<Promise> open(int most) {
        return list("where " + OPEN + " order by p.due, p.id limit ?", most);
    }

    @Override
    public List<Promise> overdue(Instant now, int most) {
        return list(
                "where " + OPEN + " and (p.due < ? or p.state = 'OVERDUE') order by p.due, p.id limit ?", now, most);
    }

    @Override
    public List<Promise> ofCustomer(UUID customer, int most) {
        return list(
                "where p.customer = ? order by case when " + OPEN + " then 0 else 1 end, p.made desc, p.id limit ?",
                customer,
                most);
    }

    @Override
    public List<Promise> ofNumber(PhoneNumber number, int most) {
        return list(
                "where p.customer is null and p.number = ? order by case when " + OPEN
                        + " then 0 else 1 end, p.made desc, p.id limit ?",
                number.e164(),
                most);
    }

    private List<Promise> list(String where, Object... values) {
        return database.handle(handle ->
                handle.select(PROMISE + where, values).map(PromiseRow::promise).list());
    }

    @Override
    public void adopt(UUID customer, Collection<PhoneNumber> numbers) {
        if (numbers.isEmpty()) return;
        database.handle(handle -> handle.createUpdate(
                        "update promise set customer = :customer where customer is null and number in (<numbers>)")
                .bind("customer", customer)
                .bindList("numbers", numbers.stream().map(PhoneNumber::e164).toList())
                .execute());
    }

    @Override
    public boolean note(PromiseEvent event) {
        return database.insertingHandle(handle -> handle.createUpdate("""
                                insert into promise_event (id, promise, act, at, planned, late, who, words)
                                select :id, :promise, :act, cast(:at as timestamp(6) with time zone),
                                cast(:planned as timestamp(6) with time zone), :late, cast(:who as uuid), :words
                                where not exists (select 1 from promise_event where id = :id)""")
                        .bind("id", event.id())
                        .bind("promise", event.promise())
                        .bind("act", event.act().name())
                        .bind("at", event.at())
                        .bindByType("planned", event.planned().orElse(null), Instant.class)
                        .bind("late", event.late())
                        .bindByType("who", event.who().orElse(null), UUID.class)
                        .bind("words", event.words())
                        .execute()
                == 1);
    }

    @Override
    public List<PromiseEvent> eventsOf(UUID promise) {
        return database.handle(handle -> handle.select(
                        "select id, promise, act, at, planned, late, who, words from promise_event"
                                + " where promise = ? order by case act when 'MADE' then 0 else 1 end, at, id",
                        promise)
                .map(PromiseRow::event)
                .list());
    }

    @Override
    public List<PastCourse> past(String kind, Optional<String> team, int most) {
        return database.handle(handle -> handle.select(
                        "select made, ended, kept from promise_course where kind = ? and team = ?"
                                + " order by made desc, promise limit ?",
                        kind,
                        team.orElse(""),
                        most)
                .map(PromiseRow::course)
                .list());
    }

    @Override
    public List<PromiseTally> tallies(Instant from, Instant until, Instant now) {
        return database.handle(handle -> handle.createQuery("""
                        select owner, team, sum(case when state = 'KEPT' then 1 else 0 end) as kept,
                        sum(case when state = 'KEPT_LATE' then 1 else 0 end) as late,
                        sum(case when state = 'BROKEN' then 1 else 0 end) as broken,
                        sum(case when state = 'OVERDUE' or state = 'OPEN' and due < :now then 1 else 0 end) as overdue,
                        sum(case when state = 'WITHDRAWN' then 1 else 0 end) as withdrawn,
                        sum(case when state = 'OPEN' and due >= :now then 1 else 0 end) as still
                        from promise where due >= :from and due < :until group by owner, team
                        order by team, owner""")
                .bind("from", from)
                .bind("until", until)
                .bind("now", now)
                .map((row, context) -> new PromiseTally(
                        PromiseRow.owner(row),
                        row.getInt("kept"),
                        row.getInt("late"),
                        row.getInt("broken"),
                        row.getInt("overdue"),
                        row.getInt("withdrawn"),
                        row.getInt("still")))
                .list());
    }
}
