package amends.customer.http;

import amends.customer.AddressTemplate;
import amends.customer.OutsideAnswer;
import amends.customer.OutsideFact;
import amends.customer.OutsideMapping;
import amends.customer.OutsideSource;
import amends.kernel.Secret;
import com.fasterxml.jackson.core.JsonPointer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks by one GET, answered in JSON. The whole answer has one deadline, however slowly it comes; redirects are not
 * followed, so that nobody but the host of the settings is told who calls.
 */
public final class HttpOutsideSource implements OutsideSource, AutoCloseable {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int REDIRECTS = 3;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final Facing facing;
    private final HttpClient client;

    /**
     * What the settings say.
     *
     * @param header that carries {@code secret}; left out when that is empty
     * @param present a JSON pointer at what is there only when the customer was found; empty: anything mapped is
     */
    public record Facing(
            String name,
            String idsOf,
            AddressTemplate address,
            String header,
            Secret secret,
            Duration deadline,
            boolean needsConsent,
            Optional<String> present,
            OutsideMapping mapping) {}

    /** @param threads of its own: a name look-up may hang in them */
    public HttpOutsideSource(Facing facing, Executor threads) {
        this.facing = facing;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patienceOf(facing))
                .executor(threads)
                .build();
    }

    /** @throws IllegalArgumentException when it is no JSON pointer */
    public static void check(String pointer) {
        JsonPointer.compile(pointer);
    }

    /**
     * @param secret empty: none is sent
     * @throws IllegalArgumentException when Java's client would not send it so; its message holds nothing of the secret
     */
    public static void checkHeader(String name, Secret secret) {
        try {
            HttpRequest.newBuilder().header(name, secret.reveal().isEmpty() ? "x" : secret.reveal());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("cannot be sent as a header");
        }
    }

    private static Duration patienceOf(Facing facing) {
        Duration patience = facing.deadline().multipliedBy(3);
        return patience.compareTo(LONGEST) > 0 ? LONGEST : patience;
    }

    @Override
    public String name() {
        return facing.name();
    }

    @Override
    public String idsOf() {
        return facing.idsOf();
    }

    @Override
    public boolean understands(Question question) {
        return facing.address().filled(question).isPresent();
    }

    @Override
    public Duration deadline() {
        return facing.deadline();
    }

    @Override
    public Duration patience() {
        return patienceOf(facing);
    }

    @Override
    public boolean needsConsent() {
        return facing.needsConsent();
    }

    @Override
    public OutsideAnswer ask(Question question) {
        Optional<URI> address = facing.address().filled(question);
        if (address.isEmpty()) return new OutsideAnswer.Nothing();
        var answer = client.sendAsync(request(address.get()), head -> new BoundedBody());
        try {
            return read(answer.get(patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new OutsideAnswer.Late();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new OutsideAnswer.Late();
        } catch (ExecutionException | CancellationException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private HttpRequest request(URI address) {
        var request = HttpRequest.newBuilder(address)
                .timeout(patience())
                .header("Accept", "application/json")
                .header("User-Agent", "Amends")
                .GET();
        String secret = facing.secret().reveal();
        if (!secret.isEmpty()) request.header(facing.header(), secret);
        return request.build();
    }

    private OutsideAnswer read(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == NOT_FOUND || status == NO_CONTENT) return new OutsideAnswer.Nothing();
        if (status / 100 == REDIRECTS) return new OutsideAnswer.Unreachable("it points elsewhere: HTTP " + status);
        if (status != OK) return new OutsideAnswer.Unreachable("HTTP " + status);
        try {
            JsonWords words = JsonWords.of(answer.body());
            if (facing.present().filter(place -> !words.has(place)).isPresent()) return new OutsideAnswer.Nothing();
            List<OutsideFact> facts = facing.mapping().read(words::at);
            return facts.isEmpty() ? new OutsideAnswer.Nothing() : new OutsideAnswer.Found(facts);
        } catch (IOException e) {
            return new OutsideAnswer.Unreachable("its answer cannot be read as JSON");
        }
    }

    /** The text of a failure may hold what was asked: only its kind is told. */
    private static OutsideAnswer failed(Throwable failure) {
        return switch (failure) {
            case java.net.http.HttpTimeoutException late -> new OutsideAnswer.Late();
            case ConnectException refused -> new OutsideAnswer.Unreachable("nobody answers there");
            case BoundedBody.TooLong tooLong -> new OutsideAnswer.Unreachable(tooLong.getMessage());
            default -> new OutsideAnswer.Unreachable(failure.getClass().getSimpleName());
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
