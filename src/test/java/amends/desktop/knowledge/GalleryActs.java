package amends.desktop.knowledge;

import amends.knowledge.Audience;

/** What the gallery does that the window does by keys. */
public final class GalleryActs {
    private GalleryActs() {}

    /** Goes to what is below the article, and has the first of it opened. */
    public static void enlarge(KnowledgeModel answers) {
        answers.reader().orElseThrow().files().open();
    }

    public static void narrow(KnowledgeModel answers) {
        answers.narrow(new Narrowing.ByCategory("cards"));
        answers.narrow(new Narrowing.ByAudience(Audience.CUSTOMER));
    }
}
