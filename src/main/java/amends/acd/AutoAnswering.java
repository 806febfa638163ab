package amends.acd;

import amends.telephony.CallId;

/** Calls that the desk answers by itself, as far as the agent wants it. Any thread. */
public interface AutoAnswering {
    AnswerRules rules();

    /** What the house means by answering queue calls, and calls that the exchange asks for, where the agent wants it. */
    AnswerRules offered();

    /** From now on, and for the next runs. Blocks for a moment. @return whether it is remembered */
    boolean choose(AnswerRules rules);

    /** Whether the desk answered this call, which is not over yet. */
    boolean answered(CallId call);

    /** None is answered by itself, and nothing can be chosen. */
    AutoAnswering NONE = new AutoAnswering() {
        @Override
        public AnswerRules rules() {
            return AnswerRules.NONE;
        }

        @Override
        public AnswerRules offered() {
            return AnswerRules.NONE;
        }

        @Override
        public boolean choose(AnswerRules rules) {
            return false;
        }

        @Override
        public boolean answered(CallId call) {
            return false;
        }
    };
}
