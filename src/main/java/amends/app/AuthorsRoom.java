package amends.app;

import amends.desktop.AttachmentPorts;
import amends.desktop.AuthorPorts;
import amends.kernel.Timekeeper;
import amends.knowledge.AttachmentBox;
import amends.knowledge.Authoring;
import amends.knowledge.FeedbackBox;
import amends.knowledge.Recalling;
import amends.knowledge.SearchQuality;
import amends.knowledge.Tending;
import amends.knowledge.WordKeeping;
import amends.knowledge.jdbc.JdbcArticleFacts;
import amends.knowledge.jdbc.JdbcAttachmentContents;
import amends.knowledge.jdbc.JdbcDismissedWords;
import amends.knowledge.jdbc.JdbcDisputes;
import amends.knowledge.jdbc.JdbcFeedbackBook;
import amends.knowledge.jdbc.JdbcManuscripts;
import amends.knowledge.jdbc.JdbcRecalls;
import amends.knowledge.jdbc.JdbcSearchFigures;
import amends.knowledge.jdbc.JdbcSearchLog;
import amends.knowledge.jdbc.JdbcStewardships;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.ZoneId;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Articles written, looked after and recalled, wired for one person. */
final class AuthorsRoom {
    private AuthorsRoom() {}

    static AuthorPorts ports(StaffMember member, StoreRoom store, Timekeeper time) {
        var database = store.database();
        KnowledgeRoom knowledge = store.knowledge();
        var stewardships = new JdbcStewardships(database);
        var contents = new JdbcAttachmentContents(database);
        var searches = new JdbcSearchLog(database);
        var books = new Authoring.Books(
                knowledge.articles(), contents, new JdbcManuscripts(database), stewardships, store.audit(), database);
        var recalls = new Recalling.Books(
                new JdbcRecalls(database), knowledge.articles(), store.duties(), store.audit(), database);
        var tended =
                new Tending.Books(knowledge.articles(), new JdbcArticleFacts(database), searches, knowledge.base());
        return new AuthorPorts(
                new Authoring(member, books, knowledge.base()::nudge, time),
                new Recalling(member, recalls, knowledge.base()::nudge, time),
                new FeedbackBox(member, new JdbcFeedbackBook(database), stewardships, database, time),
                new AttachmentPorts(
                        new AttachmentBox(member, contents, knowledge.articles(), database, time),
                        knowledge.outside(),
                        pictures(),
                        page -> quiet("printing").start(page)),
                new Tending(member, tended, time, ZoneId.systemDefault()),
                new WordKeeping(member, words(store, searches), knowledge.base()::nudge, time),
                new SearchQuality(
                        member,
                        new JdbcSearchFigures(database),
                        knowledge.phrasings(),
                        new JdbcDisputes(database),
                        time,
                        ZoneId.systemDefault()),
                search -> Tending.keep(searches, search),
                () -> store.staff().all().stream()
                        .filter(Permission.WRITE_ARTICLE::isGivenTo)
                        .toList());
    }

    /** One thread; it ends by itself when there is nothing to look at. */
    private static Executor pictures() {
        var one = new ThreadPoolExecutor(
                1,
                1,
                20,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                quiet("pictures").factory());
        one.allowCoreThreadTimeOut(true);
        return one;
    }

    private static Thread.Builder quiet(String name) {
        return Thread.ofPlatform().name(name).daemon(true).priority(Thread.MIN_PRIORITY);
    }

    private static WordKeeping.Books words(StoreRoom store, JdbcSearchLog searches) {
        KnowledgeRoom knowledge = store.knowledge();
        return new WordKeeping.Books(
                knowledge.words(),
                new JdbcDismissedWords(store.database()),
                knowledge.confirmations(),
                searches,
                knowledge.articles(),
                knowledge.base(),
                store.database());
    }
}
