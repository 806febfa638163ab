package amends.knowledge;

/**
 * Where an article stands in its life: what is being written beside what is in use. So a text that is mended stays in
 * use as it is until the new one was read by a second person.
 *
 * <table>
 * <caption>what is being written × event</caption>
 * <tr><th></th><th>WRITE</th><th>SUBMIT</th><th>SEND_BACK</th><th>PUBLISH</th><th>DROP</th></tr>
 * <tr><td>NOTHING</td><td>DRAFT</td><td>nothing written</td><td>nothing written</td><td>nothing written</td>
 * <td>nothing written</td></tr>
 * <tr><td>DRAFT</td><td>DRAFT</td><td>IN_REVIEW</td><td>not submitted</td><td>not submitted</td><td>NOTHING</td></tr>
 * <tr><td>IN_REVIEW</td><td>in review</td><td>in review</td><td>DRAFT</td><td>NOTHING, and PUBLISHED in use</td>
 * <td>in review</td></tr>
 * </table>
 *
 * <table>
 * <caption>what is in use × event</caption>
 * <tr><th></th><th>RETIRE</th></tr>
 * <tr><td>NEVER</td><td>not in use</td></tr>
 * <tr><td>PUBLISHED</td><td>RETIRED; what is being written stays</td></tr>
 * <tr><td>RETIRED</td><td>not in use</td></tr>
 * </table>
 */
public record ArticleLife(Work work, Use use) {
    public static final ArticleLife UNHEARD_OF = new ArticleLife(Work.NOTHING, Use.NEVER);

    public enum Work {
        NOTHING,
        DRAFT,
        IN_REVIEW
    }

    public enum Use {
        NEVER,
        PUBLISHED,
        RETIRED
    }

    public enum Event {
        WRITE,
        SUBMIT,
        SEND_BACK,
        PUBLISH,
        DROP,
        RETIRE
    }

    public enum Why {
        NOTHING_WRITTEN,
        IN_REVIEW,
        NOT_SUBMITTED,
        NOT_IN_USE
    }

    public sealed interface Next {
        record Now(ArticleLife life) implements Next {}

        record Refused(Why why) implements Next {}
    }

    static ArticleLife of(java.util.Optional<Manuscript> open, java.util.Optional<Article> article) {
        Work work = open.map(m -> m.isInReview() ? Work.IN_REVIEW : Work.DRAFT).orElse(Work.NOTHING);
        Use use = article.map(a -> a.retired() ? Use.RETIRED : Use.PUBLISHED).orElse(Use.NEVER);
        return new ArticleLife(work, use);
    }

    public Next next(Event event) {
        if (event == Event.RETIRE)
            return use == Use.PUBLISHED
                    ? new Next.Now(new ArticleLife(work, Use.RETIRED))
                    : new Next.Refused(Why.NOT_IN_USE);
        return switch (work) {
            case NOTHING -> event == Event.WRITE ? now(Work.DRAFT) : new Next.Refused(Why.NOTHING_WRITTEN);
            case DRAFT ->
                switch (event) {
                    case WRITE -> now(Work.DRAFT);
                    case SUBMIT -> now(Work.IN_REVIEW);
                    case DROP -> now(Work.NOTHING);
                    default -> new Next.Refused(Why.NOT_SUBMITTED);
                };
            case IN_REVIEW ->
                switch (event) {
                    case SEND_BACK -> now(Work.DRAFT);
                    case PUBLISH -> new Next.Now(new ArticleLife(Work.NOTHING, Use.PUBLISHED));
                    default -> new Next.Refused(Why.IN_REVIEW);
                };
        };
    }

    private Next now(Work next) {
        return new Next.Now(new ArticleLife(next, use));
    }
}
