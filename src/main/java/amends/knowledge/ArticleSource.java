package amends.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An article as it was found outside.
 *
 * @param name where, for people: a file's path
 * @param owner the login of who answers for it; empty: it does not say
 * @param reviewDue when it is to be read again; empty: it does not say
 */
public record ArticleSource(String name, ArticleText text, Optional<String> owner, Optional<LocalDate> reviewDue) {
    public ArticleSource(String name, ArticleText text) {
        this(name, text, Optional.empty(), Optional.empty());
    }
}
