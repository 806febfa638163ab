package amends.desktop.knowledge;

import amends.contact.Contact;
import amends.contact.ContactKeeping;
import amends.desktop.FollowPorts.Sent;
import amends.desktop.FollowPorts.Texting;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.Article;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What can be done with the article that is read: sent, copied, printed. What goes out is confirmed in a line first. */
public final class ArticleActsModel extends PresentationModel {
    private final Texting texting;
    private final ContactKeeping keeping;
    private final KnowledgeModel answers;
    private final PostingWork work;
    private final PostingWork printing;
    private Optional<CallId> call = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private Optional<Said> said = Optional.empty();

    /** The line that asks. @param text as it will be sent */
    public record Asked(Contact contact, Article article, String text) {}

    /** The line that tells what became of it. */
    public enum Said {
        COPIED,
        SENT,
        NO_MESSAGES,
        NO_NUMBER,
        NOT_PERMITTED,
        FAILED
    }

    /** @param printing threads that a printer may hold as long as it likes */
    public ArticleActsModel(
            Texting texting, ContactKeeping keeping, KnowledgeModel answers, PostingWork work, PostingWork printing) {
        this.texting = texting;
        this.keeping = keeping;
        this.answers = answers;
        this.work = work;
        this.printing = printing;
        answers.listen(this::articleChanged);
    }

    public void about(Optional<CallId> now) {
        if (now.equals(call)) return;
        call = now;
        cancel();
    }

    private void articleChanged() {
        boolean same = asked.filter(a -> answers.opened()
                        .filter(o -> o.article().equals(a.article()))
                        .isPresent())
                .isPresent();
        if (same || asked.isEmpty() && said.isEmpty()) return;
        if (asked.isPresent() || answers.opened().isEmpty()) cancel();
    }

    /** Whether the article that is read has a part for customers, and there is one to send it to. */
    public boolean canSend() {
        return answers.opened().flatMap(OpenArticle::sms).isPresent()
                && call.flatMap(keeping::of).isPresent();
    }

    /** Asks first; a second time sends. */
    public void send() {
        if (asked.isPresent()) {
            confirm();
            return;
        }
        if (!canSend()) return;
        OpenArticle open = answers.opened().orElseThrow();
        said = Optional.empty();
        asked = call.flatMap(keeping::of)
                .map(contact -> new Asked(contact, open.article(), open.sms().orElseThrow()));
        changed();
    }

    private void confirm() {
        Asked now = asked.orElseThrow();
        asked = Optional.empty();
        changed();
        work.ask(
                () -> texting.send(now.contact().id(), now.contact().number(), now.article(), now.text()),
                sent -> say(said(sent)),
                failure -> say(Said.FAILED));
    }

    private static Said said(Sent sent) {
        return switch (sent) {
            case ON_ITS_WAY -> Said.SENT;
            case NO_MESSAGES -> Said.NO_MESSAGES;
            case NO_NUMBER -> Said.NO_NUMBER;
            case NOT_PERMITTED -> Said.NOT_PERMITTED;
        };
    }

    /** @param paper draws and hands over; nobody waits for it, and a failure is said */
    void print(Callable<Boolean> paper) {
        printing.ask(paper, done -> {}, failure -> say(Said.FAILED));
    }

    void say(Said what) {
        said = Optional.of(what);
        changed();
    }

    public void cancel() {
        if (asked.isEmpty() && said.isEmpty()) return;
        asked = Optional.empty();
        said = Optional.empty();
        changed();
    }

    public Optional<Asked> asked() {
        return asked;
    }

    public Optional<Said> said() {
        return said;
    }
}
