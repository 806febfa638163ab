package amends.personality.jdbc;

import amends.kernel.jdbc.Database;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.LearnedParameters;
import amends.personality.Parameters;
import amends.personality.Parameters.Habit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was learned last, as rows; it takes the place of what was learned before. */
public final class JdbcLearnedParameters implements LearnedParameters {
    private final Database database;

    public JdbcLearnedParameters(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Parameters> latest() {
        return database.handle(handle -> {
            Map<CustomerType, Map<Behaviour, Double>> shares = shares(handle);
            Map<String, Habit> habits = habits(handle);
            return handle.select("select expressive_share, mistake, severity_push, mood_spread, habit_spread,"
                            + " half_life_days from personality_learning order by at desc, id limit 1")
                    .map((row, context) -> parameters(row, shares, habits))
                    .findOne()
                    .filter(JdbcLearnedParameters::isWhole);
        });
    }

    /** A behaviour that came with a later version has no share yet: the shipped parameters hold until the next night. */
    private static boolean isWhole(Parameters found) {
        return found.shares().size() == CustomerType.values().length
                && found.shares().values().stream().allMatch(s -> s.size() == Behaviour.values().length);
    }

    private static Parameters parameters(
            ResultSet row, Map<CustomerType, Map<Behaviour, Double>> shares, Map<String, Habit> habits)
            throws SQLException {
        return new Parameters(
                row.getDouble("expressive_share"),
                row.getDouble("mistake"),
                row.getDouble("severity_push"),
                row.getDouble("mood_spread"),
                row.getDouble("habit_spread"),
                row.getDouble("half_life_days"),
                shares,
                habits);
    }

    private static Map<CustomerType, Map<Behaviour, Double>> shares(Handle handle) {
        var shares = new EnumMap<CustomerType, Map<Behaviour, Double>>(CustomerType.class);
        handle.select("select type, behaviour, share from personality_share")
                .map((row, context) -> shares.computeIfAbsent(
                                CustomerType.valueOf(row.getString("type")), t -> new EnumMap<>(Behaviour.class))
                        .put(Behaviour.valueOf(row.getString("behaviour")), row.getDouble("share")))
                .list();
        return shares;
    }

    private static Map<String, Habit> habits(Handle handle) {
        var habits = new HashMap<String, Habit>();
        handle.select("select observer, lean, variance from personality_habit")
                .map((row, context) -> habits.put(
                        row.getString("observer"), new Habit(row.getDouble("lean"), row.getDouble("variance"))))
                .list();
        return habits;
    }

    @Override
    public void keep(UUID id, Instant at, int customers, Parameters learned) {
        database.insertingHandle(handle -> {
            for (String table : new String[] {"personality_learning", "personality_share", "personality_habit"})
                handle.execute("delete from " + table);
            handle.createUpdate("""
                            insert into personality_learning (id, at, customers, expressive_share, mistake,
                            severity_push, mood_spread, habit_spread, half_life_days) values (:id, :at, :customers,
                            :expressive, :mistake, :push, :mood, :habit, :life)""")
                    .bind("id", id)
                    .bind("at", at)
                    .bind("customers", customers)
                    .bind("expressive", learned.expressiveShare())
                    .bind("mistake", learned.mistake())
                    .bind("push", learned.severityPush())
                    .bind("mood", learned.moodSpread())
                    .bind("habit", learned.habitSpread())
                    .bind("life", learned.halfLifeDays())
                    .execute();
            keepParts(handle, learned);
            return null;
        });
    }

    private static void keepParts(Handle handle, Parameters learned) {
        var shares = handle.prepareBatch("insert into personality_share (type, behaviour, share) values (?, ?, ?)");
        learned.shares()
                .forEach((type, ofType) -> ofType.forEach((b, share) -> shares.add(type.name(), b.name(), share)));
        shares.execute();
        if (learned.habits().isEmpty()) return;
        var habits = handle.prepareBatch("insert into personality_habit (observer, lean, variance) values (?, ?, ?)");
        learned.habits()
                .forEach((observer, habit) -> habits.add(UUID.fromString(observer), habit.lean(), habit.variance()));
        habits.execute();
    }
}
