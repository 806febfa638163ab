package amends.promise.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeKeeping;
import amends.kernel.Money;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.TestEngine;
import amends.promise.DeskPromises;
import amends.promise.PastLengths;
import amends.promise.Promise;
import amends.promise.PromiseActs;
import amends.promise.PromiseAuthority;
import amends.promise.PromiseMaking;
import amends.promise.PromiseProgress;
import amends.promise.PromiseRefusal;
import amends.promise.PromiseStep;
import amends.promise.PromiseWish;
import amends.telephony.CallId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One member's promises at one desk: the loop is the test's, the rows are real. */
class DeskPromisesTest {
    private static final CallId CALL = new CallId("c1@pbx");
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static Database database;
    private final StoreQueue queue = new StoreQueue("test", 100);
    private PromiseRows rows;
    private DeskPromises desk;
    private boolean away;

    @BeforeAll
    static void open() {
        database = TestEngine.H2.open(folder);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void sitsDown() {
        rows = new PromiseRows(database);
        PromiseMaking making = draft -> {
            if (away) throw new StoreUnavailable("away", null);
            return rows.making.make(draft);
        };
        desk = new DeskPromises(
                PromiseRows.LI_MIN,
                new FakeKeeping(),
                new DeskPromises.Part(
                        rows.promises,
                        making,
                        rows.acts,
                        rows.rules,
                        PromiseAuthority.ofKinds(),
                        new PastLengths(rows.promises, rows.rules, rows.time)),
                new DeskPromises.Threads(rows.time, Runnable::run, queue),
                rows.time);
        desk.open();
    }

    @AfterEach
    void leaves() {
        away = false;
        queue.close();
    }

    private PromiseWish wish() {
        return desk.asSuggested(
                CALL,
                "refund",
                "重复扣款退回",
                Optional.of(new Money(26800, Currency.getInstance("CNY"))),
                Optional.of(PromiseRows.NUMBER));
    }

    private Promise given() {
        desk.make(wish());
        assertThat(queue.flush(SOON)).isTrue();
        return ((PromiseProgress.Given) desk.board().in(CALL).getLast()).promise();
    }

    @Test
    void a_promise_that_is_given_stands_on_the_list_with_its_code() {
        Promise promise = given();
        assertThat(desk.board().mine()).containsExactly(promise);
        assertThat(rows.promises.byCode(promise.code())).contains(promise);
    }

    @Test
    void an_empty_promise_is_told_at_once_and_nothing_is_stored() {
        PromiseWish wish = wish();
        desk.make(new PromiseWish(
                wish.id(),
                CALL,
                wish.kind(),
                wish.what(),
                wish.amount(),
                wish.customer(),
                "",
                wish.number(),
                Optional.empty(),
                wish.due(),
                true));
        assertThat(desk.board().in(CALL))
                .singleElement()
                .isInstanceOfSatisfying(
                        PromiseProgress.Refused.class,
                        r -> assertThat(r.why().reason()).isEqualTo(PromiseRefusal.NOBODY_OWNS));
        assertThat(rows.promises.open(9)).isEmpty();
    }

    @Test
    void while_the_database_is_away_it_is_held_and_kept_later_as_it_was_given() throws Exception {
        away = true;
        Instant given = rows.time.now();
        desk.make(wish());
        long until = System.nanoTime() + SOON.toNanos();
        while (!(desk.board().in(CALL).getLast() instanceof PromiseProgress.Held) && System.nanoTime() < until)
            Thread.sleep(5);
        assertThat(desk.board().in(CALL).getLast()).isInstanceOf(PromiseProgress.Held.class);
        rows.time.setWall(given.plusSeconds(600));
        away = false;
        queue.nudge();
        assertThat(queue.flush(SOON)).isTrue();
        assertThat(desk.board().mine())
                .singleElement()
                .satisfies(p -> assertThat(p.made()).isEqualTo(given));
    }

    @Test
    void one_that_is_kept_leaves_the_list() {
        Promise promise = given();
        desk.step(promise.id(), new PromiseStep.Keep(rows.time.now()));
        assertThat(desk.board().mine()).isEmpty();
        assertThat(queue.flush(SOON)).isTrue();
        assertThat(rows.now(promise).state()).isEqualTo(Promise.State.KEPT);
    }

    @Test
    void one_that_another_ended_meanwhile_is_told() {
        Promise promise = given();
        rows.acts.step(
                amends.kernel.Ids.next(),
                promise.id(),
                PromiseRows.ZHAO_QIAN,
                new PromiseStep.Break(rows.time.now(), "系统不支持"));
        desk.step(promise.id(), new PromiseStep.Keep(rows.time.now()));
        assertThat(queue.flush(SOON)).isTrue();
        assertThat(desk.board().refused()).contains(PromiseActs.Reason.NOT_NOW);
        assertThat(desk.board().mine()).isEmpty();
    }
}
