package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1) // It is long, and begins with the first.
class PopBenchTest {
    private String said = "";

    private int bench(String... options) {
        var out = new StringWriter();
        String[] all = new String[options.length + 2];
        all[0] = "bench";
        all[1] = "pop";
        System.arraycopy(options, 0, all, 2, options.length);
        int code = Main.line()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(all);
        said = out.toString();
        return code;
    }

    @Test
    void every_call_is_painted_and_the_figures_are_told_in_their_order() throws IOException {
        assertThat(bench("--customers", "200", "--calls", "3", "--json")).isZero();
        JsonNode figures = new ObjectMapper().readTree(said);
        for (String part : new String[] {"cold", "warm"}) {
            JsonNode one = figures.get(part);
            assertThat(one.get("p50_ms").asDouble()).isPositive();
            assertThat(one.get("p95_ms").asDouble())
                    .isGreaterThanOrEqualTo(one.get("p50_ms").asDouble());
            assertThat(one.get("p99_ms").asDouble())
                    .isGreaterThanOrEqualTo(one.get("p95_ms").asDouble());
        }
        assertThat(figures.get("customers").asInt()).isEqualTo(200);
    }

    @Test
    void more_calls_than_customers_are_refused_with_the_reason() {
        assertThat(bench("--customers", "100", "--calls", "90")).isEqualTo(Exit.USAGE);
    }
}
