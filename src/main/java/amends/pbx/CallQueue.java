package amends.pbx;

import java.time.Duration;
import java.util.List;

/**
 * A line of waiting callers and how they are handed out: to the member idle for longest.
 *
 * @param numbers what is dialled to reach it besides its name
 * @param ringTimeout how long one member's telephone rings
 * @param retry how long a member who let it ring, or refused, is left alone
 * @param maxWait after this a caller is let go
 * @param serviceLevel within which an answer counts as prompt
 */
public record CallQueue(
        String name,
        List<String> numbers,
        Duration ringTimeout,
        Duration retry,
        Duration maxWait,
        Duration serviceLevel) {

    public CallQueue {
        if (!name.matches("[A-Za-z0-9._-]{1,32}")) throw new IllegalArgumentException("queue name");
        numbers = List.copyOf(numbers);
    }

    /** With the usual times: 20 s of ringing, 5 s of rest, two minutes of waiting, a service level of 20 s. */
    public static CallQueue of(String name, String... numbers) {
        return new CallQueue(
                name,
                List.of(numbers),
                Duration.ofSeconds(20),
                Duration.ofSeconds(5),
                Duration.ofMinutes(2),
                Duration.ofSeconds(20));
    }

    public CallQueue withTimes(Duration ring, Duration rest, Duration wait) {
        return new CallQueue(name, numbers, ring, rest, wait, serviceLevel);
    }

    boolean isDialledBy(String number) {
        return name.equalsIgnoreCase(number) || numbers.contains(number);
    }
}
