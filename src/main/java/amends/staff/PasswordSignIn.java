package amends.staff;

import amends.kernel.PlainText;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Signs people in by login and password. An unknown login takes as long as a wrong password and is slowed down alike,
 * so that nobody learns which logins there are.
 */
public final class PasswordSignIn implements SignIn {
    private static final Duration REMEMBERED = Duration.ofHours(24);
    private static final int LONGEST_LOGIN = 60;
    private final Staff staff;
    private final SignInAttempts attempts;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Timekeeper time;
    private final PasswordHash nobodys;

    public PasswordSignIn(
            Staff staff, SignInAttempts attempts, AuditTrail audit, Transactions transactions, Timekeeper time) {
        this(staff, attempts, audit, transactions, time, PasswordHash.NOBODYS);
    }

    PasswordSignIn(
            Staff staff,
            SignInAttempts attempts,
            AuditTrail audit,
            Transactions transactions,
            Timekeeper time,
            PasswordHash nobodys) {
        this.staff = staff;
        this.attempts = attempts;
        this.audit = audit;
        this.transactions = transactions;
        this.time = time;
        this.nobodys = nobodys;
    }

    @Override
    public Result signIn(String login, char[] password) {
        String key = PlainText.line(login, LONGEST_LOGIN).toLowerCase(Locale.ROOT);
        try {
            Duration wait = begin(key);
            return wait.isPositive() ? new Result.TooSoon(wait) : check(key, password);
        } catch (StoreUnavailable e) {
            return new Result.Unavailable();
        }
    }

    private Duration begin(String login) {
        return transactions.call(() -> {
            Instant now = time.now();
            SignInAttempts.Tally tally = attempts.of(login);
            Duration wait = SignInPatience.left(tally, now);
            if (wait.isPositive()) return wait;
            attempts.count(login, now);
            attempts.forget(now.minus(REMEMBERED));
            return Duration.ZERO;
        });
    }

    private Result check(String login, char[] password) {
        Optional<StaffMember> member = staff.byLogin(login);
        Optional<PasswordHash> kept = member.flatMap(m -> staff.passwordOf(m.id()));
        boolean right = kept.orElse(nobodys).matches(password);
        if (!right || kept.isEmpty()) {
            member.ifPresent(m -> audit.add(AuditEntry.of(time.now(), m, Permission.SIGN_IN, m.id(), "refused")));
            return new Result.Refused();
        }
        StaffMember welcome = member.orElseThrow();
        transactions.run(() -> {
            attempts.clear(login);
            audit.add(AuditEntry.of(time.now(), welcome, Permission.SIGN_IN, welcome.id(), "signed in"));
        });
        return new Result.Welcome(welcome);
    }
}
