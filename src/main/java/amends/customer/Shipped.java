package amends.customer;

import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Tables that come with the house, read as one's own would be. */
final class Shipped {
    private Shipped() {}

    interface Reading<T> {
        T read(String name, String text) throws YamlMistakes;
    }

    static <T> T of(String name, Reading<T> reading) {
        try (InputStream table = Shipped.class.getResourceAsStream(name)) {
            return reading.read(name, new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (YamlMistakes e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
