package amends.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An article as it was found outside.
 *
 * @param name where, for people: a file's path
 * @param owner the login of who answers for it; empty: it does not say
 * @param reviewDue when it is to be read again; empty: it does not say
 * @param contents what its attachments hold
 */
public record ArticleSource(
        String name, ArticleText text, Optional<String> owner, Optional<LocalDate> reviewDue, Contents contents) {
    /** What lies there when it is asked: whoever takes it looks whether it is still what was read. Blocks. */
    public interface Contents {
        Contents NONE = attachment -> {
            throw new IllegalStateException(attachment.name() + ": holds nothing here");
        };

        byte[] of(Attachment attachment);
    }

    public ArticleSource(String name, ArticleText text) {
        this(name, text, Optional.empty(), Optional.empty(), Contents.NONE);
    }
}
