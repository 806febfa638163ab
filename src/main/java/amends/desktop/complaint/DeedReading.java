package amends.desktop.complaint;

import amends.recovery.Assessment;
import amends.recovery.ComplaintDeed;
import amends.recovery.Dispatch;
import amends.recovery.HandlingRating;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What a filled-in form asks to be done. */
final class DeedReading {
    private DeedReading() {}

    /** @param dispatch that deeds of dispatching are about @return empty where it is not whole */
    static Optional<ComplaintDeed> of(DeedForm form, Optional<Dispatch> dispatch) {
        String words = form.words;
        return switch (form.deed) {
            case ACKNOWLEDGE -> Optional.of(new ComplaintDeed.Acknowledge());
            case READ_BACK -> Optional.of(new ComplaintDeed.ReadBack());
            case ASSESS -> Optional.of(new ComplaintDeed.Assess(assessment(form)));
            case INVESTIGATE -> Optional.of(new ComplaintDeed.Investigate(words));
            case TELL -> Optional.of(new ComplaintDeed.Tell(words));
            case RESPOND -> Optional.of(new ComplaintDeed.Respond(words));
            case CLOSE -> Optional.of(new ComplaintDeed.Close(words));
            case REOPEN -> Optional.of(new ComplaintDeed.Reopen(words));
            case ASK -> Optional.of(new ComplaintDeed.Ask(form.held, words));
            case RATE -> Optional.of(new ComplaintDeed.Rate(rating(form)));
            case NOTE -> Optional.of(new ComplaintDeed.Note(words));
            case HAND_OVER -> form.to.map(to -> new ComplaintDeed.HandOver(to, words));
            case ESCALATE -> Optional.of(new ComplaintDeed.Escalate(words));
            case DISPATCH -> Optional.of(new ComplaintDeed.Dispatch(form.unit, words));
            case SEND -> on(dispatch, ComplaintDeed.SendDispatch::new);
            case ANSWERED -> on(dispatch, id -> new ComplaintDeed.DispatchAnswered(id, words));
            case SEND_BACK -> on(dispatch, id -> new ComplaintDeed.SendDispatchBack(id, words));
            case ACCEPT -> on(dispatch, ComplaintDeed.AcceptDispatch::new);
            case WITHDRAW -> on(dispatch, ComplaintDeed.WithdrawDispatch::new);
        };
    }

    private static Optional<ComplaintDeed> on(Optional<Dispatch> dispatch, Function<UUID, ComplaintDeed> deed) {
        return dispatch.map(Dispatch::id).map(deed);
    }

    private static Assessment assessment(DeedForm form) {
        return new Assessment(
                form.severity,
                form.cause,
                Optional.of(form.business).filter(b -> !b.isEmpty()),
                Optional.of(form.unit).filter(u -> !u.isEmpty()),
                form.expectation,
                form.hard);
    }

    private static HandlingRating rating(DeedForm form) {
        return new HandlingRating(form.timely, form.reasonable, form.fair);
    }
}
