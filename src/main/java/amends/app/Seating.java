package amends.app;

import amends.desktop.DesktopPorts;
import amends.kernel.Secret;
import amends.kernel.yaml.YamlMap;
import amends.staff.Permission;
import amends.staff.SignIn;
import amends.staff.SignIn.Missing;
import amends.staff.StaffMember;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sits here, and at which telephone: the one that the settings name, or, where they say {@code {extension}}, the one
 * that the person brings. What is registered is what the distributor is told and what the desk names.
 *
 * @param member with the extension that the distributor knows this telephone by
 * @param user of SIP, as it is registered
 * @param own the person's own extension, where another telephone is registered
 */
record Seating(StaffMember member, String user, Secret password, Optional<String> own) {
    /** In a setting: the extension of who signs in. */
    static final String EXTENSION = "{extension}";

    private static final Logger LOG = LoggerFactory.getLogger(Seating.class);
    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_.+*-]{1,32}");
    private static final Pattern FORM =
            Pattern.compile("(?!$)[A-Za-z0-9_.+*-]{0,32}(\\{extension})?[A-Za-z0-9_.+*-]{0,32}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{2,8}");

    /** What the settings say of the telephone: a user, or a form with the place of the extension in it. */
    static String user(YamlMap sip) {
        return sip.parsed("user", EXTENSION, "letters, digits and _ . + * -, or {extension}", text -> {
            if (!FORM.matcher(text).matches()) throw new IllegalArgumentException();
            return text;
        });
    }

    /** One that each person brings is looked for when it is known who sits here. */
    static Secret password(YamlMap sip) {
        String said = sip.text("password", "");
        return said.contains(EXTENSION)
                ? Secret.of(said.strip())
                : DeskSettings.secret(sip, "password", "amends-" + EXTENSION);
    }

    /** @throws Trouble when the person is to bring an extension and has none that fits */
    static Seating of(DeskSettings settings, StaffMember who) {
        String wish = settings.sip().user();
        boolean brings = wish.contains(EXTENSION);
        String extension = brings ? brought(who) : known(wish, settings.acd().interfacePattern(), who.extension());
        String user = wish.replace(EXTENSION, extension);
        boolean other = !brings
                && !who.extension().isBlank()
                && !user.equals(who.extension())
                && !formOf(settings.acd().interfacePattern(), user)
                        .filter(who.extension()::equals)
                        .isPresent();
        return new Seating(
                new StaffMember(who.id(), who.login(), who.name(), extension, who.roles()),
                user,
                password(settings.sip().password(), extension),
                other ? Optional.of(who.extension()) : Optional.empty());
    }

    /** As the window names it. */
    DesktopPorts.Telephone telephone() {
        return new DesktopPorts.Telephone(own.isPresent() ? user : member.extension(), own);
    }

    /** Lets in only whom this desk has a telephone for: told while another may still sign in instead. */
    static SignIn at(SignIn door, DeskSettings settings) {
        return (login, password) -> {
            SignIn.Result result = door.signIn(login, password);
            return result instanceof SignIn.Result.Welcome(var member) && Permission.TAKE_CALLS.isGivenTo(member)
                    ? seated(member, settings)
                    : result;
        };
    }

    private static SignIn.Result seated(StaffMember who, DeskSettings settings) {
        try {
            of(settings, who);
            return new SignIn.Result.Welcome(who);
        } catch (Trouble none) {
            LOG.warn("{} has no place here: {}", who.login(), none.getMessage());
            boolean fit = FIT.matcher(who.extension()).matches();
            return new SignIn.Result.NoPlace(fit ? Missing.PASSWORD : Missing.EXTENSION, none.getMessage());
        }
    }

    private static String brought(StaffMember who) {
        if (FIT.matcher(who.extension()).matches()) return who.extension();
        throw new Trouble(
                Exit.BAD_CONFIGURATION,
                who.login() + " has no extension to sit at. Name this desk's telephone in the settings (sip.user).");
    }

    /** By which extension the distributor knows a telephone; of a name that says nothing of it, the person's own. */
    private static String known(String user, String pattern, String own) {
        if (user.equals(own)) return own;
        return formOf(pattern, user).orElseGet(() -> DIGITS.matcher(user).matches() || own.isBlank() ? user : own);
    }

    /** The name of who sits at a telephone that is called so: by its extension, or by the server's form of it. */
    static Optional<String> whoSits(DeskSettings settings, String user, Collection<StaffMember> all) {
        var extensions = Stream.of(
                        settings.acd().interfacePattern(), settings.sip().user())
                .flatMap(form -> formOf(form, user).stream())
                .collect(Collectors.toSet());
        extensions.add(user);
        return all.stream()
                .filter(m -> extensions.contains(m.extension()))
                .map(StaffMember::name)
                .findFirst();
    }

    /** The extension in a user that is named as the distributor names telephones: agent1001 for PJSIP/agent{extension}. */
    private static Optional<String> formOf(String pattern, String user) {
        String form = pattern.substring(pattern.lastIndexOf('/') + 1);
        int at = form.indexOf(EXTENSION);
        if (at < 0) return Optional.empty();
        String before = form.substring(0, at);
        String after = form.substring(at + EXTENSION.length());
        boolean fits =
                user.length() > before.length() + after.length() && user.startsWith(before) && user.endsWith(after);
        return fits ? Optional.of(user.substring(before.length(), user.length() - after.length())) : Optional.empty();
    }

    /** One that stands for each person's own is had only now. */
    private static Secret password(Secret said, String extension) {
        if (!said.reveal().contains(EXTENSION)) return said;
        try {
            return Secret.parse(said.reveal().replace(EXTENSION, extension));
        } catch (IllegalArgumentException e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, "sip.password cannot be had: " + e.getMessage(), e);
        }
    }
}
