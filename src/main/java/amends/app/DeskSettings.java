package amends.app;

import amends.acd.AnswerRules;
import amends.kernel.Secret;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.media.MediaWishes;
import amends.media.PortRange;
import amends.media.SoundWishes;
import amends.media.StunServer;
import amends.media.ToneWishes;
import amends.media.VoiceTreatment;
import amends.recovery.FailureLimits;
import amends.recovery.FailureRules;
import amends.recovery.FailureRulesFile;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.sms.smpp.SmppSettings;
import amends.survey.SurveyPolicy;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.EncryptionWish;
import amends.telephony.sip.CallerLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code amends.yaml} says; its sample documents every key. */
record DeskSettings(
        String language,
        String homeRegion,
        Sip sip,
        Acd acd,
        Database database,
        Sound sound,
        Recordings recording,
        Sms sms,
        SurveyPolicy survey,
        PromiseSettings promises,
        SignIn signIn,
        FailureRules recovery,
        OutsideSettings outside,
        AnswerRules answering,
        boolean hints,
        boolean meaning) {

    record Sip(
            String server,
            int port,
            Transport transport,
            String user,
            Secret password,
            String displayName,
            String outsidePrefix,
            Optional<Path> authorities,
            Duration expires,
            PortRange rtpPorts,
            Optional<StunServer> stun,
            MediaWishes media,
            CallerNumbers numbers,
            CallerLine.By shownBy) {
        /** What is agreed on in signalling that anybody can read protects from nobody on the way. */
        boolean showsKeys() {
            return media.encryption() != EncryptionWish.OFF && transport != Transport.TLS;
        }
    }

    /** Of the window, as BCP 47 tags. */
    static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    record Acd(
            boolean enabled,
            String server,
            int port,
            String user,
            Secret secret,
            String interfacePattern,
            List<String> queues,
            Duration afterCall,
            boolean showsListening) {}

    record Database(String url, String user, Secret password) {
        /** Each person signs in at the database itself, with a login of their own. */
        boolean isPersonal() {
            return url.startsWith("jdbc:postgresql:") && user.isBlank();
        }

        /** The same, without making an H2 file where there is none. */
        Database ifThere() {
            boolean asks =
                    !url.startsWith("jdbc:h2:") || url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=");
            return asks ? this : new Database(url + ";IFEXISTS=TRUE", user, password);
        }
    }

    record Sound(
            String microphone,
            String speaker,
            String ringer,
            Engine engine,
            VoiceTreatment treatment,
            ToneWishes tones,
            boolean buttons) {
        /** Who drives the devices: the library of native/ where it is there, it alone, or Java Sound alone. */
        enum Engine {
            AUTO,
            NATIVE,
            JAVA
        }

        /** What the system has. */
        static final Sound USUAL =
                new Sound("default", "default", "default", Engine.AUTO, VoiceTreatment.ALL, ToneWishes.ALL, true);

        SoundWishes wishes() {
            return new SoundWishes(microphone, speaker, ringer, treatment, tones);
        }

        /** With the same engine and treatment, at other devices. */
        Sound at(String otherMicrophone, String otherSpeaker, String otherRinger) {
            return new Sound(otherMicrophone, otherSpeaker, otherRinger, engine, treatment, tones, buttons);
        }
    }

    record Recordings(boolean enabled, Path folder, boolean announce, String announceLanguage) {}

    /** @param enabled whether this process carries short messages to and from the centre */
    record Sms(boolean enabled, SmppSettings centre) {}

    record SignIn(String login, Secret password) {}

    /** @param file read where it exists; everything has a default */
    static DeskSettings read(Optional<Path> file, Home home) throws YamlMistakes {
        YamlDocument document =
                file.isPresent() ? YamlDocument.read(file.get()) : YamlDocument.of("the built-in settings", "");
        YamlMap root = document.root();
        var settings = new DeskSettings(
                language(root),
                root.parsed("home-region", "CN", "two capital letters, like CN", DeskSettings::region),
                sip(root.map("sip")),
                acd(root.map("acd")),
                DatabaseReading.of(root.map("database"), home),
                sound(root.map("sound")),
                recordings(root.map("recording"), home),
                sms(root.map("sms")),
                SurveySettings.read(root.map("survey")),
                PromiseSettings.read(root.map("promises"), PromiseSettings.calendar(root.map("calendar"))),
                signIn(root.map("sign-in")),
                recovery(root.map("recovery")),
                OutsideSettings.read(root.map("outside"), root.text("home-region", "CN")),
                answering(root.map("auto-answer")),
                root.yesOrNo("hints", true),
                root.yesOrNo("meaning", true));
        document.check();
        return settings;
    }

    private static String language(YamlMap root) {
        return root.parsed("language", "system", "zh-CN, zh-TW, en or system", text -> {
            if (!text.equals("system") && !LANGUAGES.contains(text)) throw new IllegalArgumentException();
            return text;
        });
    }

    private static String region(String text) {
        if (!text.matches("[A-Z]{2}")) throw new IllegalArgumentException();
        return text;
    }

    private static Sip sip(YamlMap sip) {
        return new Sip(
                sip.text("server", "127.0.0.1"),
                sip.integer("port", 5060, 0, 65535),
                sip.choice("transport", Transport.UDP),
                Seating.user(sip),
                Seating.password(sip),
                sip.text("display-name", ""),
                sip.parsed("outside-prefix", "", "up to 8 digits, * or #", DeskSettings::prefix),
                Optional.of(sip.text("tls-authorities", ""))
                        .filter(f -> !f.isBlank())
                        .map(Path::of),
                Duration.ofSeconds(sip.integer("expires-seconds", 300, 10, 7200)),
                sip.parsed("rtp-ports", PortRange.ANY, "0 or a range like 16384-16483", DeskSettings::ports),
                sip.parsed("stun", Optional.empty(), "host or host:port", DeskSettings::stun),
                new MediaWishes(codecs(sip), sip.choice("encryption", EncryptionWish.OFF), VoiceCoders.OWN),
                numbers(sip),
                sip.choice("caller-number-in", CallerLine.By.PREFERRED));
    }

    private static CallerNumbers numbers(YamlMap sip) {
        var numbers = new ArrayList<CallerNumber>();
        for (YamlMap map : sip.maps("caller-numbers")) {
            String number = map.required("number");
            String name = map.text("name", "");
            boolean callbacks = map.yesOrNo("callbacks", false);
            if (number.matches("\\+?[0-9]{3,20}")) numbers.add(new CallerNumber(number, name, callbacks));
            else map.mistake("number", "is a + or not, and digits");
        }
        return new CallerNumbers(numbers, sip.yesOrNo("may-withhold", false));
    }

    /** At least one, best first. */
    private static List<VoiceCoding> codecs(YamlMap sip) {
        var codecs = new ArrayList<VoiceCoding>();
        for (String name : sip.texts("codecs", List.of("opus", "g722", "pcma", "pcmu"))) {
            var known = Arrays.stream(VoiceCoding.values())
                    .filter(c -> c.name().equalsIgnoreCase(name) && !codecs.contains(c))
                    .findFirst();
            if (known.isPresent()) codecs.add(known.get());
            else sip.mistake("codecs", "names \"" + name + "\"; it takes opus, g722, pcma and pcmu, each once");
        }
        if (codecs.isEmpty()) sip.mistake("codecs", "names none; it takes opus, g722, pcma and pcmu");
        // The mistake is told when all of the file is read.
        return codecs.isEmpty() ? MediaWishes.PLAIN.codings() : codecs;
    }

    private static String prefix(String text) {
        if (!text.matches("[0-9*#]{0,8}")) throw new IllegalArgumentException();
        return text;
    }

    private static PortRange ports(String text) {
        if (text.equals("0")) return PortRange.ANY;
        String[] ends = text.split("-", 2);
        if (ends.length != 2) throw new IllegalArgumentException();
        return new PortRange(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
    }

    private static Optional<StunServer> stun(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(StunServer.of(text));
    }

    private static Acd acd(YamlMap acd) {
        return new Acd(
                acd.yesOrNo("enabled", true),
                acd.text("server", ""),
                acd.integer("port", 5038, 1, 65535),
                acd.text("user", "cti"),
                secret(acd, "secret", "amends-cti"),
                acd.text("interface", "PJSIP/agent{extension}"),
                acd.texts("queues", List.of("support")),
                Duration.ofSeconds(acd.integer("after-call-seconds", 30, 0, 3600)),
                acd.yesOrNo("show-listening", true));
    }

    private static Sound sound(YamlMap sound) {
        return new Sound(
                sound.text("microphone", "default"),
                sound.text("speaker", "default"),
                sound.text("ringer", "default"),
                sound.choice("engine", Sound.Engine.AUTO),
                new VoiceTreatment(
                        sound.yesOrNo("echo-cancellation", true),
                        sound.yesOrNo("noise-suppression", true),
                        sound.yesOrNo("automatic-gain", true)),
                new ToneWishes(sound.yesOrNo("waiting-tone", true), sound.yesOrNo("zip-tone", true)),
                sound.yesOrNo("headset-buttons", true));
    }

    private static Recordings recordings(YamlMap recording, Home home) {
        String folder = recording.text("folder", "");
        return new Recordings(
                recording.yesOrNo("enabled", true),
                folder.isBlank() ? home.recordings() : Path.of(folder),
                recording.yesOrNo("announce", true),
                recording.text("announce-language", "zh-CN"));
    }

    private static Sms sms(YamlMap sms) {
        return new Sms(
                sms.yesOrNo("enabled", false),
                new SmppSettings(
                        sms.text("server", "127.0.0.1"),
                        sms.integer("port", 2775, 1, 65535),
                        bounded(sms, "system-id", "amends", 15),
                        password(sms),
                        bounded(sms, "system-type", "", 12),
                        sms.parsed("source", "10690", "digits, +digits, or up to 11 letters", DeskSettings::source),
                        Duration.ofSeconds(sms.integer("enquire-seconds", 30, 1, 600)),
                        Duration.ofSeconds(sms.integer("answer-seconds", 10, 1, 60)),
                        sms.integer("window", 8, 1, 100),
                        sms.integer("per-second", 20, 1, 1000)));
    }

    private static String bounded(YamlMap map, String key, String otherwise, int most) {
        return map.parsed(key, otherwise, "at most " + most + " plain characters", text -> {
            if (!text.matches("[\\x20-\\x7E]{0," + most + "}")) throw new IllegalArgumentException();
            return text;
        });
    }

    private static Secret password(YamlMap sms) {
        Secret password = secret(sms, "password", "amends");
        // SMPP 3.4 §5.2.2 has room for no more.
        if (password.reveal().length() > 8) sms.mistake("password", "has more than 8 characters, the most in SMPP");
        return password;
    }

    private static String source(String text) {
        if (!text.matches("\\+?[0-9]{1,20}|[A-Za-z0-9 .&-]{1,11}")) throw new IllegalArgumentException();
        return text;
    }

    private static SignIn signIn(YamlMap signIn) {
        return new SignIn(signIn.text("login", "1001"), secret(signIn, "password", ""));
    }

    /** What stands here comes before what the file of rules says. */
    private static FailureRules recovery(YamlMap recovery) {
        FailureRules rules = recovery.parsed("rules", FailureRules.SHIPPED, "a file of rules", DeskSettings::rules);
        FailureLimits limits = rules.limits();
        int day = 24 * 3600;
        return rules.with(new FailureLimits(
                seconds(recovery.integer(
                        "wait-limit-seconds", (int) limits.longestWait().toSeconds(), 0, day)),
                seconds(recovery.integer(
                        "give-up-seconds", (int) limits.giveUp().toSeconds(), 0, day)),
                recovery.integer("loss-percent", (int) limits.lossPercent(), 1, 100),
                Duration.ofDays(
                        recovery.integer("again-days", (int) limits.again().toDays(), 1, 90)),
                limits.transfers(),
                limits.corrected()));
    }

    private static FailureRules rules(String file) {
        if (file.isBlank()) return FailureRules.SHIPPED;
        try {
            return FailureRulesFile.read(Path.of(file));
        } catch (YamlMistakes e) {
            throw new IllegalArgumentException(System.lineSeparator() + e.getMessage(), e);
        }
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static AnswerRules answering(YamlMap answering) {
        return new AnswerRules(
                answering.choice("calls", AnswerRules.Calls.NONE),
                seconds(answering.integer("after-seconds", 0, 0, 600)),
                answering.choice("when-asked", AnswerRules.Asked.NEVER));
    }

    static Secret secret(YamlMap map, String key, String otherwise) {
        return map.secret(key, otherwise);
    }

    DeskSettings with(Sound other, AnswerRules answer) {
        return new DeskSettings(
                language,
                homeRegion,
                sip,
                acd,
                database,
                other,
                recording,
                sms,
                survey,
                promises,
                signIn,
                recovery,
                outside,
                answer,
                hints,
                meaning);
    }

    DeskSettings withLogin(String login) {
        return new DeskSettings(
                language,
                homeRegion,
                sip,
                acd,
                database,
                sound,
                recording,
                sms,
                survey,
                promises,
                new SignIn(login, signIn.password()),
                recovery,
                outside,
                answering,
                hints,
                meaning);
    }
}
