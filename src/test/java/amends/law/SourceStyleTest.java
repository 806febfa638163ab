package amends.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1) // It is long, and begins with the first.
class SourceStyleTest {
    @Test
    void every_source_is_in_the_house_style_or_run_the_format_command() throws IOException {
        var style = new SourceStyle();
        var unstyled = new ArrayList<Path>();
        for (Path source : SourceStyle.sources(Path.of("src"))) {
            String text = Files.readString(source);
            if (!style.styled(text).equals(text)) unstyled.add(source);
        }
        assertThat(unstyled).as("mvn test-compile exec:exec@format").isEmpty();
    }
}
