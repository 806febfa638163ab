package amends.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Something that no log and no error may show. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(Objects.requireNonNull(value));
    }

    /**
     * Reads what a configuration says: {@code env:NAME} is an environment variable, {@code file:PATH} the first line
     * of a file, anything else the secret itself. White space around it is none of it.
     *
     * @throws IllegalArgumentException when the variable or the file is not there; the message names it
     */
    public static Secret parse(String text) {
        if (text.startsWith("env:")) {
            String value = System.getenv(text.substring(4));
            if (value == null)
                throw new IllegalArgumentException("the environment variable " + text.substring(4) + " is not set");
            return of(value.strip());
        }
        if (text.startsWith("file:")) {
            try (var lines = Files.lines(Path.of(text.substring(5)))) {
                return of(lines.findFirst().orElse("").strip());
            } catch (IOException e) {
                throw new IllegalArgumentException("the file " + text.substring(5) + " cannot be read", e);
            }
        }
        return of(text.strip());
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
