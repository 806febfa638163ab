package amends.survey.jdbc;

import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.jdbc.Database;
import amends.survey.KeptReply;
import amends.survey.Occasion;
import amends.survey.ReplyKind;
import amends.survey.Survey;
import amends.survey.Surveys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;

/** The surveys as rows, with what came back. */
public final class JdbcSurveys implements Surveys {
    private static final String SURVEY = "select id, contact, occasion, agent, customer, customer_name, number, due,"
            + " expires, state, score, words, answered, reason from survey ";
    private static final int MOST_TEXT = 500;
    private final Database database;
    private final boolean gated;

    public JdbcSurveys(Database database) {
        this(database, false);
    }

    /** @param gated whether whoever signed in at the database sees only what is theirs */
    public JdbcSurveys(Database database, boolean gated) {
        this.database = database;
        this.gated = gated;
    }

    @Override
    public boolean add(Survey survey) {
        return database.insertingHandle(handle -> handle.createUpdate("""
                                insert into survey (id, contact, occasion, agent, customer, customer_name, number, due,
                                expires, state, words, reason)
                                select :id, :contact, :occasion, :agent, cast(:customer as uuid), :name, :number,
                                cast(:due as timestamp(6) with time zone),
                                cast(:expires as timestamp(6) with time zone), :state, '', ''
                                where not exists (select 1 from survey where id = :id)""")
                        .bind("id", survey.id())
                        .bind("contact", survey.contact())
                        .bind("occasion", survey.occasion().name())
                        .bind("agent", survey.agent())
                        .bindByType("customer", survey.customer().orElse(null), UUID.class)
                        .bind("name", survey.customerName())
                        .bind("number", survey.number().e164())
                        .bind("due", survey.due())
                        .bind("expires", survey.expires())
                        .bind("state", survey.state().name())
                        .execute())
                == 1;
    }

    @Override
    public boolean change(Survey now, Survey.State expected) {
        Optional<Survey.Answer> answer = now.answer();
        return database.handle(handle -> handle.createUpdate("""
                                update survey set state = :state, score = :score, words = :words, answered = :answered,
                                reason = :reason where id = :id and state = :expected""")
                        .bind("state", now.state().name())
                        .bindByType("score", answer.map(Survey.Answer::score).orElse(null), Integer.class)
                        .bind(
                                "words",
                                PlainText.line(answer.map(Survey.Answer::words).orElse(""), MOST_TEXT))
                        .bindByType("answered", answer.map(Survey.Answer::at).orElse(null), Instant.class)
                        .bind("reason", PlainText.line(now.reason(), Survey.MOST_REASON))
                        .bind("id", now.id())
                        .bind("expected", expected.name())
                        .execute())
                == 1;
    }

    @Override
    public Optional<Survey> byId(UUID id) {
        return database.handle(h ->
                h.select(SURVEY + "where id = ?", id).map(JdbcSurveys::survey).findOne());
    }

    @Override
    public List<Survey> openOf(PhoneNumber number) {
        return database.handle(h -> h.select(
                        SURVEY
                                + "where number = ? and state in ('DUE', 'SENT', 'DELIVERED') order by due desc, id desc",
                        number.e164())
                .map(JdbcSurveys::survey)
                .list());
    }

    @Override
    public Optional<Survey> latestOf(PhoneNumber number, Instant dueAtTheLatest) {
        return database.handle(h -> h.select(
                        SURVEY + "where number = ? and due <= ? order by due desc, id desc limit 1",
                        number.e164(),
                        dueAtTheLatest)
                .map(JdbcSurveys::survey)
                .findOne());
    }

    @Override
    public Optional<Instant> lastAsked(PhoneNumber number, Optional<UUID> customer) {
        return database.handle(h -> h.createQuery("""
                        select due from survey where (number = :number or customer = :customer)
                        and not (state = 'EXPIRED' and reason <> '') order by due desc limit 1""")
                .bind("number", number.e164())
                .bindByType("customer", customer.orElse(null), UUID.class)
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public void keep(KeptReply reply) {
        database.insertingHandle(handle -> handle.createUpdate("""
                        insert into survey_answer (id, survey, kind, text, at)
                        select :id, :survey, :kind, :text, cast(:at as timestamp(6) with time zone)
                        where not exists (select 1 from survey_answer where id = :id)""")
                .bind("id", reply.id())
                .bind("survey", reply.survey())
                .bind("kind", reply.kind().name())
                .bind("text", PlainText.line(reply.text(), MOST_TEXT))
                .bind("at", reply.at())
                .execute());
    }

    @Override
    public List<KeptReply> repliesTo(UUID survey) {
        return database.handle(h -> h.select(
                        "select id, kind, text, at from survey_answer where survey = ? order by at, id", survey)
                .map((row, context) -> new KeptReply(
                        row.getObject("id", UUID.class),
                        survey,
                        ReplyKind.valueOf(row.getString("kind")),
                        row.getString("text"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list());
    }

    @Override
    public void refuse(PhoneNumber number, String text, Instant at) {
        database.insertingHandle(handle -> handle.createUpdate("""
                        insert into survey_refusal (number, text, at)
                        select :number, :text, cast(:at as timestamp(6) with time zone)
                        where not exists (select 1 from survey_refusal where number = :number)""")
                .bind("number", number.e164())
                .bind("text", PlainText.line(text, MOST_TEXT))
                .bind("at", at)
                .execute());
    }

    @Override
    public boolean isRefused(PhoneNumber number) {
        String asked = gated ? "select 1 where gate.is_refused(?)" : "select 1 from survey_refusal where number = ?";
        return database.handle(h ->
                h.select(asked, number.e164()).mapTo(Integer.class).findOne().isPresent());
    }

    private static Survey survey(ResultSet row, StatementContext context) throws SQLException {
        Integer score = row.getObject("score", Integer.class);
        return new Survey(
                row.getObject("id", UUID.class),
                row.getObject("contact", UUID.class),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("agent", UUID.class),
                Optional.ofNullable(row.getObject("customer", UUID.class)),
                row.getString("customer_name"),
                new PhoneNumber(row.getString("number")),
                instant(row, "due"),
                instant(row, "expires"),
                Survey.State.valueOf(row.getString("state")),
                score == null
                        ? Optional.empty()
                        : Optional.of(new Survey.Answer(score, row.getString("words"), instant(row, "answered"))),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
