package amends.desktop;

import amends.acd.AnswerRules;
import amends.acd.AutoAnswering;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Answers nothing, but remembers what is wanted. */
public final class FakeAnswering implements AutoAnswering {
    public AnswerRules rules = AnswerRules.NONE;
    public boolean remembers = true;
    public final Set<CallId> answered = new HashSet<>();

    @Override
    public AnswerRules rules() {
        return rules;
    }

    @Override
    public AnswerRules offered() {
        return new AnswerRules(AnswerRules.Calls.QUEUE, Duration.ZERO, AnswerRules.Asked.INSIDE);
    }

    @Override
    public boolean choose(AnswerRules wanted) {
        rules = wanted;
        return remembers;
    }

    @Override
    public boolean answered(CallId call) {
        return answered.contains(call);
    }
}
