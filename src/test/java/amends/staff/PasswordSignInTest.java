package amends.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.staff.SignIn.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordSignInTest {
    private static final int QUICK = 1000;
    private final SettableTime time = new SettableTime();
    private final StaffMember member = new StaffMember(Ids.next(), "limin", "李敏", "1001", Set.of(Role.AGENT));
    private final Memory memory = new Memory();
    private PasswordSignIn signIn;

    @BeforeEach
    void build() {
        memory.save(member, PasswordHash.of("right".toCharArray(), QUICK));
        signIn = new PasswordSignIn(
                memory, memory, memory.audit, memory, time, PasswordHash.of("nobody".toCharArray(), QUICK));
    }

    private Result tried(String login, String password) {
        return signIn.signIn(login, password.toCharArray());
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) tried("limin", "wrong");
    }

    @Test
    void the_right_password_is_welcome_whatever_the_login_s_case() {
        assertThat(tried(" LiMin", "right")).isEqualTo(new Result.Welcome(member));
    }

    @Test
    void a_wrong_password_and_an_unknown_login_are_refused_alike() {
        assertThat(tried("limin", "wrong")).isEqualTo(new Result.Refused());
        assertThat(tried("nobody", "nobody")).isEqualTo(new Result.Refused());
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_must_wait() {
        wrong(5);

        assertThat(tried("limin", "right")).isEqualTo(new Result.TooSoon(Duration.ofSeconds(1)));
        time.pass(Duration.ofSeconds(1));
        assertThat(tried("limin", "right")).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void an_unknown_login_is_slowed_down_alike() {
        for (int i = 0; i < 5; i++) tried("nobody", "wrong");

        assertThat(tried("nobody", "wrong")).isEqualTo(new Result.TooSoon(Duration.ofSeconds(1)));
    }

    @Test
    void the_wait_doubles_and_is_never_longer_than_a_minute() {
        wrong(5);
        for (int i = 0; i < 20; i++) {
            time.pass(Duration.ofMinutes(1));
            wrong(1);
        }

        assertThat(tried("limin", "right")).isEqualTo(new Result.TooSoon(Duration.ofMinutes(1)));
    }

    @Test
    void a_clock_set_back_locks_nobody_out_for_longer() {
        wrong(5);
        time.setWall(time.now().minus(Duration.ofDays(2)));

        assertThat(tried("limin", "right"))
                .asInstanceOf(type(Result.TooSoon.class))
                .extracting(Result.TooSoon::left)
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void the_right_password_forgets_the_failures() {
        wrong(4);
        tried("limin", "right");
        wrong(4);

        assertThat(tried("limin", "right")).isInstanceOf(Result.Welcome.class);
    }

    @Test
    void a_member_without_password_cannot_sign_in() {
        var guest = new StaffMember(Ids.next(), "guest", "guest", "1009", Set.of());
        memory.save(guest);

        assertThat(tried("guest", "")).isEqualTo(new Result.Refused());
    }

    @Test
    void without_the_database_signing_in_is_unavailable() {
        memory.away = true;

        assertThat(tried("limin", "right")).isEqualTo(new Result.Unavailable());
    }

    @Test
    void every_try_at_a_member_s_login_is_in_the_audit_trail() {
        wrong(1);
        tried("limin", "right");

        assertThat(memory.entries).extracting(AuditEntry::why).containsExactly("refused", "signed in");
    }

    @Test
    void what_is_kept_is_slow_and_salted() {
        PasswordHash first = PasswordHash.of("right".toCharArray());
        PasswordHash second = PasswordHash.of("right".toCharArray());

        assertThat(first.iterations()).isGreaterThanOrEqualTo(600_000);
        assertThat(first.hash()).isNotEqualTo(second.hash());
        assertThat(first.matches("right".toCharArray())).isTrue();
        assertThat(first.matches("wrong".toCharArray())).isFalse();
        assertThat(first.toString()).doesNotContain(first.hash()).doesNotContain(first.salt());
    }

    private static final class Memory implements Staff, SignInAttempts, Transactions {
        private final Map<UUID, StaffMember> members = new HashMap<>();
        private final Map<UUID, PasswordHash> passwords = new HashMap<>();
        private final Map<String, Tally> tallies = new HashMap<>();
        private final List<AuditEntry> entries = new ArrayList<>();
        private final AuditTrail audit = new AuditTrail() {
            @Override
            public void add(AuditEntry entry) {
                entries.add(entry);
            }

            @Override
            public boolean has(UUID entry) {
                return entries.stream().anyMatch(e -> e.id().equals(entry));
            }

            @Override
            public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
                return 0;
            }

            @Override
            public List<AuditEntry> about(UUID whom, int most) {
                return entries;
            }

            @Override
            public List<AuditEntry> latest(int most) {
                return entries;
            }
        };
        private boolean away;

        @Override
        public <T> T call(Supplier<T> work) {
            if (away) throw new StoreUnavailable("away", null);
            return work.get();
        }

        @Override
        public Optional<StaffMember> byId(UUID id) {
            return Optional.ofNullable(members.get(id));
        }

        @Override
        public Optional<StaffMember> byLogin(String login) {
            return members.values().stream()
                    .filter(m -> m.login().equals(login))
                    .findFirst();
        }

        @Override
        public List<StaffMember> all() {
            return List.copyOf(members.values());
        }

        @Override
        public void save(StaffMember member) {
            members.put(member.id(), member);
        }

        @Override
        public void save(StaffMember member, PasswordHash password) {
            save(member);
            passwords.put(member.id(), password);
        }

        @Override
        public Optional<PasswordHash> passwordOf(UUID member) {
            return Optional.ofNullable(passwords.get(member));
        }

        @Override
        public Tally of(String login) {
            return tallies.getOrDefault(login, new Tally(0, Instant.EPOCH));
        }

        @Override
        public void count(String login, Instant at) {
            tallies.put(login, new Tally(of(login).failures() + 1, at));
        }

        @Override
        public void clear(String login) {
            tallies.remove(login);
        }

        @Override
        public void forget(Instant before) {
            tallies.values().removeIf(tally -> tally.last().isBefore(before));
        }
    }
}
