package amends.knowledge;

import java.util.Optional;

/**
 * What is to be done where a folder and the database both know an article: whatever was changed on one side only goes to
 * the other, what was changed on both is told and left.
 *
 * <table>
 * <caption>changed in the folder × changed in the database since both were the same</caption>
 * <tr><th></th><th>database as it was</th><th>database changed</th></tr>
 * <tr><td>folder as it was</td><td>SAME</td><td>DATABASE_LEADS</td></tr>
 * <tr><td>folder changed</td><td>FOLDER_LEADS</td><td>CONFLICT; SAME where both changed to the same</td></tr>
 * </table>
 */
public enum SyncCourse {
    SAME,
    /** The folder has what the database should have. */
    FOLDER_LEADS,
    /** The database has what the folder should have. */
    DATABASE_LEADS,
    CONFLICT;

    /**
     * @param folder what the folder holds; empty: no file
     * @param now what the database holds; empty: it never held it
     * @param then what both held last; empty: they never did
     * @param version of it; 0: never
     */
    static SyncCourse of(Optional<ArticleText> folder, Optional<Article> now, Optional<ArticleText> then, int version) {
        Optional<Article> inUse = now.filter(a -> !a.retired());
        if (folder.equals(inUse.map(Article::text))) return SAME;
        if (then.isEmpty()) {
            if (folder.isEmpty()) return DATABASE_LEADS;
            return inUse.isEmpty() ? FOLDER_LEADS : CONFLICT;
        }
        boolean folderChanged = !folder.equals(then);
        boolean databaseChanged = inUse.filter(a -> a.version() == version).isEmpty();
        if (folderChanged && databaseChanged) return CONFLICT;
        return folderChanged ? FOLDER_LEADS : DATABASE_LEADS;
    }
}
