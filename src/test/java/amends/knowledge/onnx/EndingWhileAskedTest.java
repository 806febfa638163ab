package amends.knowledge.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.ArticleLanguage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;

/** A program that ends while a model is asked, or loaded: it ends by itself, and is not killed for it. */
class EndingWhileAskedTest {
    /** What runs in a process of its own. */
    static final class Asking {
        public static void main(String[] args) throws Exception {
            var model = new OnnxEmbeddings(Optional.empty());
            for (ArticleLanguage language : ArticleLanguage.values())
                Thread.ofPlatform().daemon().start(() -> {
                    while (true) model.embed("wo die karte ist 卡丢了怎么办 lost card", language);
                });
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Thread.sleep(400);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            Thread.sleep(Long.parseLong(args[0]));
            System.exit(7);
        }
    }

    @RepeatedTest(4)
    void it_ends_as_it_wants_to(org.junit.jupiter.api.RepetitionInfo round) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Asking.class.getName(),
                        "" + 500 * round.getCurrentRepetition())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(7);
    }
}
