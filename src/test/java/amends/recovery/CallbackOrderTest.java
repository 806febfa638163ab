package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallbackOrderTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613800138000");
    private final SettableTime time = new SettableTime();
    private final UUID little = new UUID(1, 1);
    private final UUID much = new UUID(2, 2);

    private Failures owing(Map<UUID, Integer> breaches) {
        return (Failures) Proxy.newProxyInstance(
                Failures.class.getClassLoader(), new Class<?>[] {Failures.class}, (proxy, method, arguments) -> {
                    int broken = arguments[0] instanceof UUID customer ? breaches.getOrDefault(customer, 0) : 0;
                    return java.util.stream.IntStream.range(0, broken)
                            .mapToObj(n -> Failure.of(
                                    new Evidence.PromiseBroken(new UUID(9, n), time.now()),
                                    time.now(),
                                    Optional.of((UUID) arguments[0]),
                                    Optional.of(NUMBER)))
                            .toList();
                });
    }

    private CallbackTask task(int id, UUID customer, Duration due) {
        var callback = new Callback(
                new UUID(5, id),
                new UUID(6, id),
                Optional.of(customer),
                NUMBER,
                new UUID(7, 7),
                time.now().plus(due),
                Callback.State.SCHEDULED,
                0,
                false,
                Optional.empty());
        return new CallbackTask(callback, null);
    }

    @Test
    void what_is_late_or_due_comes_first_and_then_whom_we_owe_most() {
        CallbackTask late = task(1, little, Duration.ofMinutes(-5));
        CallbackTask soon = task(2, little, Duration.ofMinutes(30));
        CallbackTask light = task(3, little, Duration.ofHours(3));
        CallbackTask heavy = task(4, much, Duration.ofHours(20));
        var order = new CallbackOrder(owing(Map.of(little, 1, much, 3)), FailureRules.SHIPPED, time);

        assertThat(order.apply(List.of(light, heavy, soon, late))).containsExactly(late, soon, heavy, light);
    }
}
