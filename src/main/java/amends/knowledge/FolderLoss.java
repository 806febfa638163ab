package amends.knowledge;

import amends.knowledge.ImportReport.Fate;
import java.util.Collection;

/**
 * What a folder holds no more of that is in use and that it held before. Whoever takes an article out of a folder wants
 * it retired; whoever imports a part of the folder, or another one, does not.
 *
 * @param stay how many it holds still @param gone how many it does not
 */
public record FolderLoss(int stay, int gone) {
    /** So few are taken out by hand. */
    private static final int FEW = 3;
    /** And of many one in so many. */
    private static final int SHARE = 10;

    /** Of one kind of thing: what is new there says nothing. */
    public static FolderLoss of(Collection<Fate> fates) {
        int gone = 0;
        int fresh = 0;
        for (Fate fate : fates) {
            if (fate == Fate.GONE || fate == Fate.MISSING) gone++;
            if (fate == Fate.NEW) fresh++;
        }
        return new FolderLoss(fates.size() - gone - fresh, gone);
    }

    private boolean isLittle() {
        return gone <= FEW || gone * SHARE <= stay + gone;
    }

    /**
     * Whether the folder is plainly the whole, so that what it does not hold was taken out of it: no more than three or a
     * tenth of either kind is gone, and no more than half of all.
     */
    public static boolean isPlain(FolderLoss articles, FolderLoss flows) {
        return articles.isLittle() && flows.isLittle() && articles.gone + flows.gone <= articles.stay + flows.stay;
    }
}
