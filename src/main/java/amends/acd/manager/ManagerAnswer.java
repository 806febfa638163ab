package amends.acd.manager;

import java.util.List;

/**
 * What came of a request.
 *
 * @param items the list that followed, if one did
 */
record ManagerAnswer(boolean success, String message, ManagerFrame response, List<ManagerFrame> items) {
    /** Told for requests that nobody answered any more. */
    static ManagerAnswer none(String why) {
        return new ManagerAnswer(false, why, new ManagerFrame.Builder().build(), List.of());
    }
}
