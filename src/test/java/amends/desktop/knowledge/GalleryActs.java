package amends.desktop.knowledge;

import amends.knowledge.Audience;

/** What the gallery does that the window does by keys. */
public final class GalleryActs {
    private GalleryActs() {}

    public static void narrow(KnowledgeModel answers) {
        answers.narrow(new Narrowing.ByCategory("cards"));
        answers.narrow(new Narrowing.ByAudience(Audience.CUSTOMER));
    }
}
