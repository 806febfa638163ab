package amends.pbx;

import amends.kernel.Cancellable;
import java.time.Duration;
import java.util.Optional;

/**
 * One party's call to another, extension or outside, until it is answered or is not. The caller may be answered
 * already, when the exchange itself called first. Belongs to the exchange's loop.
 */
final class Dialling {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final Exchange exchange;
    private final Channel caller;
    private final Channel called;
    private final Course course;
    private Cancellable patience = () -> {};

    /** Hears how the dialling goes, and decides what becomes of the caller when nobody answers. */
    interface Course {
        default void rings() {}

        /** The bridge of both comes next. */
        default void answered() {}

        void failed(HangupCause cause);

        /** The caller hung up meanwhile. */
        default void callerLeft() {}
    }

    private Dialling(Exchange exchange, Channel caller, Channel called, Course course) {
        this.exchange = exchange;
        this.caller = caller;
        this.called = called;
        this.course = course;
    }

    static void toExtension(Exchange exchange, Channel caller, Extension extension) {
        toExtension(exchange, caller, extension, cause -> exchange.refuse(caller, cause));
    }

    /** Whether it is free for another call, the telephone itself says: who talks may be called, and see who calls. */
    static void toExtension(Exchange exchange, Channel caller, Extension extension, Course course) {
        String device = exchange.devices().deviceOf(extension);
        var own = new Identity(extension.name(), extension.displayName());
        Channel called = exchange.channels().outgoing(device, Channels.INSIDE, own, Optional.of(caller.linkedId));
        var leg = exchange.sip().toExtension(extension, caller.caller, exchange.codecsOf(caller));
        new Dialling(exchange, caller, called, course).begin(leg, device);
    }

    static void toOutside(Exchange exchange, Channel caller, String number) {
        toOutside(exchange, caller, number, cause -> exchange.refuse(caller, cause));
    }

    static void toOutside(Exchange exchange, Channel caller, String number, Course course) {
        var own = new Identity(number, "");
        Channel called =
                exchange.channels().outgoing(Devices.TRUNK, Channels.OUTSIDE, own, Optional.of(caller.linkedId));
        Identity shown = exchange.shownOutside(caller);
        var leg = exchange.sip().toOutside(number, shown, caller.wish.withheld(), exchange.codecsOf(caller));
        new Dialling(exchange, caller, called, course).begin(leg, number + "@trunk");
    }

    private void begin(Optional<SipLeg> leg, String dialString) {
        called.connected = caller.caller;
        called.exten = caller.exten;
        exchange.publish(new PbxEvent.DialBegun(Optional.of(caller.view()), called.view(), dialString));
        exchange.channels().connected(caller, called.caller);
        caller.leg.listen(new CallerSide());
        if (leg.isEmpty()) {
            failed(HangupCause.UNREACHABLE);
            return;
        }
        called.leg = leg.get();
        called.leg.listen(new CalledSide());
        patience = exchange.loop().after(PATIENCE, () -> failed(HangupCause.NO_ANSWER));
        called.leg.dial();
    }

    private final class CallerSide implements LegListener {
        @Override
        public void ended() {
            patience.cancel();
            exchange.publish(new PbxEvent.HangupRequested(caller.view(), HangupCause.NORMAL));
            ended("CANCEL");
            course.callerLeft();
            exchange.channels().gone(called, HangupCause.NORMAL);
            exchange.channels().gone(caller, HangupCause.NORMAL);
        }

        private void ended(String status) {
            exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), called.view(), status));
        }
    }

    private final class CalledSide implements LegListener {
        @Override
        public void progressed(boolean ringing) {
            if (!ringing) return;
            course.rings();
            if (called.state == ChannelState.DOWN) {
                exchange.channels().ringing(called);
                exchange.publish(new PbxEvent.DialProgressed(Optional.of(caller.view()), called.view(), "RINGING"));
            }
            if (caller.state == ChannelState.UP)
                caller.leg.media().play(exchange.sounds().ringback());
            else caller.leg.ring();
        }

        @Override
        public void accepted() {
            patience.cancel();
            exchange.channels().up(called);
            exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), called.view(), "ANSWER"));
            if (caller.state != ChannelState.UP
                    && !exchange.answer(caller, called.leg.media().agreed())) {
                exchange.channels().clear(called, HangupCause.NOT_ACCEPTABLE);
                return;
            }
            course.answered();
            Bridge.join(exchange, called, caller, (leaver, passedOn) -> {});
        }

        @Override
        public void refused(HangupCause cause) {
            failed(cause);
        }

        /** Followed inside the house only: who is called cannot make the house pay for a call outside. */
        @Override
        public void moved(String user) {
            patience.cancel();
            Route route = exchange.plan().fromInside(user);
            if (!(route instanceof Route.ToExtension(Extension next)) || called.device.equals(Devices.TRUNK)) {
                failed(HangupCause.REJECTED);
                return;
            }
            exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), called.view(), "BUSY"));
            exchange.channels().gone(called, HangupCause.REJECTED);
            toExtension(exchange, caller, next, course);
        }

        @Override
        public void ended() {
            failed(HangupCause.NORMAL);
        }
    }

    private void failed(HangupCause cause) {
        patience.cancel();
        exchange.publish(new PbxEvent.DialEnded(Optional.of(caller.view()), called.view(), DialStatus.of(cause)));
        exchange.channels().gone(called, cause);
        course.failed(cause);
    }
}
