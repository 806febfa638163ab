package amends.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostingWorkTest {
    private final PostingWork work = new PostingWork(Runnable::run, Runnable::run);
    private final List<String> told = new ArrayList<>();

    @Test
    void work_that_ends_in_an_error_is_told_as_a_failure() {
        work.ask(
                () -> {
                    throw new OutOfMemoryError("a picture");
                },
                answer -> told.add("answer"),
                failure -> told.add(failure.getCause().getMessage()));
        assertThat(told).containsExactly("a picture");
    }

    @Test
    void an_answer_that_goes_wrong_is_not_told_as_a_failure_too() {
        assertThatThrownBy(() -> work.ask(
                        () -> 1,
                        answer -> {
                            throw new IllegalStateException("the view");
                        },
                        failure -> told.add("failure")))
                .hasMessage("the view");
        assertThat(told).isEmpty();
    }

    @Test
    void other_threads_tell_the_same_screen() {
        List<Runnable> screen = new ArrayList<>();
        List<Runnable> threads = new ArrayList<>();
        new PostingWork(Runnable::run, screen::add).on(threads::add).ask(() -> "done", told::add, failure -> {});
        threads.forEach(Runnable::run);
        assertThat(told).isEmpty();
        screen.forEach(Runnable::run);
        assertThat(told).containsExactly("done");
    }
}
