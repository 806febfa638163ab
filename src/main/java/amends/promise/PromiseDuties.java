package amends.promise;

import amends.kernel.Duties;
import amends.kernel.Duty;
import amends.kernel.Ids;
import java.util.UUID;

/** What must happen to a promise by the clock; each has the id of the event that it leads to. */
final class PromiseDuties {
    static final String REMINDS = "promise-reminds";
    static final String FALLS_DUE = "promise-falls-due";
    private final Duties duties;

    PromiseDuties(Duties duties) {
        this.duties = duties;
    }

    void watch(Promise promise) {
        duties.add(new Duty(id(REMINDS, promise.id()), REMINDS, promise.id(), promise.remind(), 0));
        duties.add(new Duty(id(FALLS_DUE, promise.id()), FALLS_DUE, promise.id(), promise.due(), 0));
    }

    static UUID id(String kind, UUID promise) {
        return Ids.named(kind + ":" + promise);
    }
}
