package amends.customer;

import amends.customer.OutsideSource.Question;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The address of a page or a look-up, with {@code {number}}, {@code {national}} or {@code {id}} where the caller's
 * number or the id of the other system goes. Only http and https, and never in the host: who calls cannot choose
 * where anything is sent.
 */
public final class AddressTemplate {
    private static final String NUMBER = "{number}";
    private static final String NATIONAL = "{national}";
    private static final String ID = "{id}";
    private static final String UNRESERVED = "-._~";
    private final String template;
    private final String homeRegion;

    private AddressTemplate(String template, String homeRegion) {
        this.template = template;
        this.homeRegion = homeRegion;
    }

    /**
     * @param homeRegion ISO 3166 country whose numbers are written nationally
     * @throws IllegalArgumentException with what is wrong, in one line
     */
    public static AddressTemplate of(String text, String homeRegion) {
        String probe =
                text.strip().replace(NUMBER, "PLACE").replace(NATIONAL, "PLACE").replace(ID, "PLACE");
        URI uri = URI.create(probe);
        String scheme = uri.getScheme();
        if (!"http".equalsIgnoreCase(scheme) && !"https".equalsIgnoreCase(scheme))
            throw new IllegalArgumentException("only http and https are opened");
        if (uri.getHost() == null) throw new IllegalArgumentException("there is no host in it");
        if (uri.getRawAuthority().contains("PLACE"))
            throw new IllegalArgumentException("the host cannot depend on who calls");
        if (!probe.contains("PLACE")) throw new IllegalArgumentException("without {number}, {national} or {id}");
        return new AddressTemplate(text.strip(), homeRegion);
    }

    /** Empty where it wants what the question has not. */
    public Optional<URI> filled(Question question) {
        boolean wantsNumber = template.contains(NUMBER) || template.contains(NATIONAL);
        if (wantsNumber && question.number().isEmpty()) return Optional.empty();
        // an id of dots would climb out of its place in the path
        if (template.contains(ID)
                && question.id().filter(id -> !id.matches("[.\\s]*")).isEmpty()) return Optional.empty();
        String filled = template;
        if (wantsNumber) {
            var number = question.number().get();
            filled = filled.replace(NUMBER, encoded(number.e164()))
                    .replace(NATIONAL, encoded(number.shownIn(homeRegion).replaceAll("[^0-9+]", "")));
        }
        return Optional.of(URI.create(
                filled.replace(ID, question.id().map(AddressTemplate::encoded).orElse(""))));
    }

    private static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) encoded.append(c);
            else encoded.append("%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return template;
    }
}
