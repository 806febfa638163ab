package amends.staff.jdbc;

import amends.kernel.Ids;
import amends.kernel.PlainText;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreAvailability.Available;
import amends.kernel.StoreAvailability.Opening;
import amends.kernel.StoreAvailability.Problem;
import amends.kernel.StoreAvailability.Unavailable;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.staff.AuditEntry;
import amends.staff.Permission;
import amends.staff.SignIn;
import amends.staff.SignInAttempts.Tally;
import amends.staff.SignInPatience;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in at the PostgreSQL itself, each with their own login: the password is checked by the server (SCRAM),
 * and what is opened is theirs. Failures are slowed down at this desk; the server knows them in its own log.
 */
public final class PersonalSignIn implements SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalSignIn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int LONGEST_LOGIN = 60;
    private final DatabaseAddress address;
    private final Timekeeper time;
    private final Consumer<Database> opened;
    private final Map<String, Tally> failures = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /**
     * @param address whose user is not looked at
     * @param opened given the database of whoever was let in, to close it in the end
     */
    public PersonalSignIn(DatabaseAddress address, Timekeeper time, Consumer<Database> opened) {
        this.address = address;
        this.time = time;
        this.opened = opened;
    }

    @Override
    public Result signIn(String login, char[] password) {
        String key = PlainText.line(login, LONGEST_LOGIN).toLowerCase(Locale.ROOT);
        lock.lock();
        try {
            Duration wait = SignInPatience.left(tally(key), time.now());
            if (wait.isPositive()) return new Result.TooSoon(wait);
            Result result = tried(key, password);
            if (result instanceof Result.Refused)
                failures.put(key, new Tally(tally(key).failures() + 1, time.now()));
            if (result instanceof Result.Welcome) failures.remove(key);
            return result;
        } finally {
            lock.unlock();
        }
    }

    private Tally tally(String login) {
        return failures.getOrDefault(login, new Tally(0, Instant.EPOCH));
    }

    private Result tried(String login, char[] password) {
        DatabaseAddress own;
        try {
            own = address.as(login, new String(password));
        } catch (IllegalArgumentException e) {
            return new Result.Refused();
        }
        Database database = Database.open(own, time);
        Result result = result(database, first(database));
        if (result instanceof Result.Welcome) opened.accept(database);
        else database.close();
        return result;
    }

    private static StoreAvailability first(Database database) {
        var known = new CompletableFuture<StoreAvailability>();
        var listening = database.onAvailability(now -> {
            if (!(now instanceof Opening)) known.complete(now);
        });
        try {
            return known.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return new Unavailable(Problem.UNREACHABLE, "no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unavailable(Problem.UNREACHABLE, "interrupted");
        } finally {
            listening.cancel();
        }
    }

    private Result result(Database database, StoreAvailability found) {
        return switch (found) {
            case Available available -> welcome(database);
            case Unavailable(var problem, var reason) when problem == Problem.WRONG_PASSWORD -> new Result.Refused();
            case Unavailable(var problem, var reason) -> {
                LOG.warn("nobody can sign in: {}: {}", problem, reason);
                yield new Result.Unavailable();
            }
            case Opening opening -> new Result.Unavailable();
        };
    }

    private Result welcome(Database database) {
        try {
            Optional<StaffMember> member = database.call(() -> {
                var me = new JdbcStaff(database).signedIn();
                me.ifPresent(m -> new GatedAuditTrail(database)
                        .add(new AuditEntry(Ids.next(), time.now(), m.id(), Permission.SIGN_IN, m.id(), "signed in")));
                return me;
            });
            return member.<Result>map(Result.Welcome::new).orElseGet(Result.Refused::new);
        } catch (StoreUnavailable e) {
            return new Result.Unavailable();
        }
    }
}
