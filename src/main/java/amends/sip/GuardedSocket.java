package amends.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A TCP connection of which the stack reads only whole messages that pass the {@link WireGate}. */
final class GuardedSocket extends Socket implements Guarded {
    private final WireGate gate;
    private final Consumer<GuardedSocket> gone;
    private final Reading reading = new Reading();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile InputStream input;

    /** @param gone told once when the connection is closed, by whomever */
    GuardedSocket(WireGate gate, Consumer<GuardedSocket> gone) {
        this.gate = gate;
        this.gone = gone;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream framed = input;
        if (framed == null) {
            framed = new FramedInput(this, super.getInputStream(), watched(), gate, reading);
            input = framed;
        }
        return framed;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        gate.asks(getInetAddress());
        return new UnmarkingOutput(watched());
    }

    private OutputStream watched() throws IOException {
        return new WatchedOutput(super.getOutputStream(), this, reading, WatchedOutput.PATIENCE);
    }

    @Override
    public void abandon() throws IOException {
        close();
    }

    @Override
    public void awaitReader() {
        reading.awaitEnd();
    }

    @Override
    public void close() throws IOException {
        super.close();
        if (!closed.getAndSet(true)) gone.accept(this);
    }
}
