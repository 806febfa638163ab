package amends.survey;

import amends.survey.SurveyCourse.Next;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves surveys on in the store, whoever else does. Inside the caller's transaction. */
final class SurveyKeeping {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyKeeping.class);
    private static final int MOST_TRIES = 5;
    private final Surveys surveys;

    SurveyKeeping(Surveys surveys) {
        this.surveys = surveys;
    }

    /** @return the survey as it now stands; empty when the step did not fit, or there is no such survey */
    Optional<Survey> step(UUID id, SurveyStep step) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Survey> before = surveys.byId(id);
            if (before.isEmpty()) return Optional.empty();
            switch (SurveyCourse.next(before.get(), step)) {
                case Next.Changed(var now) -> {
                    if (surveys.change(now, before.get().state())) return Optional.of(now);
                }
                case Next.Ignored(var reason) -> {
                    LOG.info("survey {}: {}", id, reason);
                    return Optional.empty();
                }
            }
        }
        throw new IllegalStateException("survey " + id + " is changed again and again by others");
    }
}
