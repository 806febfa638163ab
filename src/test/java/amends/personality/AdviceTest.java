package amends.personality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {
    @ParameterizedTest
    @EnumSource(Matter.class)
    void there_are_three_lines_for_each_type_and_for_nobody_known_and_no_line_is_two_s(Matter matter) {
        List<Optional<CustomerType>> types = Stream.concat(
                        Arrays.stream(CustomerType.values()).map(Optional::of),
                        Stream.of(Optional.<CustomerType>empty()))
                .toList();
        var all = new HashSet<Advice>();
        for (Optional<CustomerType> type : types) {
            assertThat(Advice.on(type, matter)).hasSize(3);
            all.addAll(Advice.on(type, matter));
        }
        assertThat(all).hasSize(9);
    }
}
