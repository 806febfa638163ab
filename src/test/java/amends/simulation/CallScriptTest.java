package amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallScriptTest {
    private final List<String> done = new ArrayList<>();

    private CallScript script(CallPlan plan) {
        return new CallScript(plan, new CallScript.Stage() {
            @Override
            public void say(String clip) {
                done.add(clip);
            }

            @Override
            public void hangUp() {
                done.add("hang up");
            }

            @Override
            public void after(Duration delay, Runnable task) {
                task.run();
            }
        });
    }

    @Test
    void a_conversation_goes_turn_by_turn() {
        CallScript script = script(CallPlan.conversation(Persona.WANG));
        script.answered();
        assertThat(done).isEmpty();
        script.turn();
        script.turn();
        assertThat(done).containsExactly("wang-opening");
        script.said();
        script.turn();
        script.said();
        assertThat(done).containsExactly("wang-opening", "wang-reply");
        script.turn();
        assertThat(done).containsExactly("wang-opening", "wang-reply", "hang up");
    }

    @Test
    void a_statement_is_said_in_one_go() {
        CallScript script = script(CallPlan.statement("a", "b"));
        script.answered();
        script.said();
        script.said();
        assertThat(done).containsExactly("a", "b", "hang up");
    }

    @Test
    void what_repeats_never_ends() {
        CallScript script = script(CallPlan.repeating("a"));
        script.answered();
        for (int i = 0; i < 5; i++) script.said();
        script.turn();
        assertThat(done).hasSize(6).containsOnly("a");
    }

    @Test
    void who_speaks_when_told_does_nothing_alone() {
        CallScript script = script(CallPlan.whenTold());
        script.answered();
        script.turn();
        script.said();
        assertThat(done).isEmpty();
    }
}
