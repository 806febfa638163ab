package amends.knowledge.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.knowledge.ArticleImport.Keep;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.EverydayWords;
import amends.knowledge.HouseWords.Kept;
import amends.knowledge.ImportReport.Fate;
import amends.knowledge.SearchMade;
import amends.knowledge.WordCandidate.Dismissed;
import amends.knowledge.WordsSync;
import amends.knowledge.WordsSync.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcHouseWordsTest {
    private static final UUID CHEN = new UUID(0, 5);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcHouseWords words;
    private WordsSync sync;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        words = new JdbcHouseWords(database);
        sync = new WordsSync(words, words.folder(""), database, time);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static EverydayWords list(String said) {
        return EverydayWords.of(List.of(), List.of()).with("重复扣款", said);
    }

    private void writtenHere(String said) {
        words.add(new Kept(words.version() + 1, list(said).source(), Optional.of(CHEN), time.now()));
    }

    @Test
    void of_two_who_keep_the_same_version_the_first_has_it() {
        assertThat(words.version()).isZero();
        assertThat(words.inForce()).isEmpty();
        var first = new Kept(1, list("扣了双份").source(), Optional.of(CHEN), time.now());

        assertThat(words.add(first)).isTrue();
        assertThat(words.add(new Kept(1, "words: []", Optional.empty(), time.now())))
                .isFalse();

        assertThat(words.inForce()).contains(first);
        assertThat(words.latest(9)).containsExactly(first);
    }

    @Test
    void what_somebody_does_not_want_is_remembered_once() {
        var dismissed = new JdbcDismissedWords(database);
        var one = new Dismissed("卡飞了", "loss");
        dismissed.add(one, CHEN, time.now());
        dismissed.add(one, CHEN, time.now());
        assertThat(dismissed.all()).containsExactly(one);
    }

    @Test
    void a_search_that_led_to_an_article_in_the_end_says_to_which() {
        var log = new JdbcSearchLog(database);
        var search =
                new SearchMade(new UUID(0, 1), time.now(), "卡飞了", ArticleLanguage.ZH_CN, 0, false, Optional.of("loss"));
        log.add(search);
        assertThat(log.unanswered(time.now().minusSeconds(9), 9)).containsExactly(search);
    }

    @Test
    void what_a_folder_changed_is_taken_and_the_same_again_changes_nothing() {
        assertThat(sync.take(list("扣了双份"), Keep.NEITHER)).isEqualTo(Fate.NEW);
        assertThat(sync.take(list("扣了双份"), Keep.NEITHER)).isEqualTo(Fate.UNCHANGED);
        assertThat(sync.take(list("扣了两次"), Keep.NEITHER)).isEqualTo(Fate.CHANGED);
        assertThat(sync.step(Optional.of(list("扣了两次")), false)).isInstanceOf(Step.Nothing.class);
        assertThat(words.version()).isEqualTo(2);
    }

    @Test
    void what_was_changed_here_stays_and_is_exported() {
        sync.take(list("扣了双份"), Keep.NEITHER);
        writtenHere("划了两回");

        assertThat(sync.take(list("扣了双份"), Keep.NEITHER)).isEqualTo(Fate.KEPT);
        Step step = sync.step(Optional.of(list("扣了双份")), false);
        assertThat(step).isInstanceOfSatisfying(Step.Write.class, w -> sync.done(w.list()));
        assertThat(sync.take(list("划了两回"), Keep.NEITHER)).isEqualTo(Fate.UNCHANGED);
    }

    @Test
    void what_was_changed_here_and_there_is_told_until_somebody_says_which_to_keep() {
        sync.take(list("扣了双份"), Keep.NEITHER);
        writtenHere("划了两回");

        assertThat(sync.take(list("扣了两次"), Keep.NEITHER)).isEqualTo(Fate.CONFLICT);
        assertThat(sync.step(Optional.of(list("扣了两次")), false)).isInstanceOf(Step.Left.class);
        assertThat(sync.take(list("扣了两次"), Keep.DATABASE)).isEqualTo(Fate.KEPT);
        assertThat(sync.take(list("扣了两次"), Keep.FOLDER)).isEqualTo(Fate.CHANGED);
        assertThat(words.inForce()).map(Kept::source).contains(list("扣了两次").source());
    }
}
