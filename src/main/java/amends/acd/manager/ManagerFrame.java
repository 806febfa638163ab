package amends.acd.manager;

import java.util.Map;
import java.util.TreeMap;

/** One message of the distributor: a response or an event. Keys in any case; of a repeated key the first counts. */
record ManagerFrame(Map<String, String> headers) {
    static final class Builder {
        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        void add(String key, String value) {
            headers.putIfAbsent(key, value);
        }

        boolean isEmpty() {
            return headers.isEmpty();
        }

        int size() {
            return headers.size();
        }

        ManagerFrame build() {
            return new ManagerFrame(headers);
        }
    }

    /** Empty when absent. */
    String get(String key) {
        return headers.getOrDefault(key, "");
    }

    /** Empty for a response. */
    String event() {
        return get("Event");
    }

    boolean isResponse() {
        return headers.containsKey("Response");
    }

    boolean isSuccess() {
        return get("Response").equalsIgnoreCase("Success");
    }

    boolean is(String key, String value) {
        return get(key).equalsIgnoreCase(value);
    }

    /** A count or seconds: 0 where it is none, at most 10 million. */
    long number(String key) {
        String text = get(key);
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) return 0;
        return Math.min(10_000_000, Long.parseLong(text));
    }
}
