package amends.app;

import amends.kernel.Timekeeper;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Query;
import amends.media.AudioDevices;
import amends.pbx.CallQueue;
import amends.pbx.EmbeddedPbx;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that the demo runs side by side in one process and that talks over sockets only: the public network with
 * its customers, the embedded PBX, one desk.
 */
final class DemoHouse implements AutoCloseable {
    static final String AGENT = "1001";
    private static final String COLLEAGUE = "1002";
    static final String LEAD = "1003";
    static final String INSPECTOR = "1004";
    static final String QUEUE = "support";
    /** A person needs time to find the button; a played agent who lets it ring need not take long. */
    private static final Duration RINGING_FOR_PEOPLE = Duration.ofSeconds(25);

    private static final Duration RINGING_WHEN_PLAYED = Duration.ofSeconds(4);
    private static final Duration INDEXED = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final Home home;
    final String language;
    private final boolean played;
    private final Optional<DemoSite> site;
    private final Timekeeper time;
    private final Closing closing = new Closing();
    private final String password = password();
    private DeskSettings settings;
    private SimulatedNetwork network;
    private EmbeddedPbx pbx;
    private DemoSmsc smsc;
    private HouseDuties duties;
    private StoreRoom store;
    private VaultRoom vault;

    /**
     * @param language zh-CN or en: what the announcement and the demo's agent speak
     * @param site a PBX and a database that are there already; empty: the embedded ones
     * @param played whether the agent's part is played too: then nobody needs to hear it ring
     */
    DemoHouse(Home home, String language, boolean played, Optional<DemoSite> site, Timekeeper time) {
        this.site = site;
        this.played = played;
        this.home = home;
        this.language = language;
        this.time = time;
    }

    private static String password() {
        return new BigInteger(130, new SecureRandom()).toString(36);
    }

    /** The public network and the PBX, on ports that are free. */
    String openPbx() throws IOException {
        smsc = closing.with(DemoSmsc.open(password, time));
        if (site.isPresent()) {
            network = closing.with(site.get().openNetwork(time));
            return "somebody else's; the public network on " + network.address() + ", SMS on "
                    + smsc.centre().port();
        }
        network = closing.with(new SimulatedNetwork(time));
        var config = PbxConfig.onLoopback(
                        List.of(extension(AGENT), extension(COLLEAGUE), extension(LEAD)),
                        List.of(CallQueue.of(QUEUE, "800")
                                .withTimes(played ? RINGING_WHEN_PLAYED : RINGING_FOR_PEOPLE, REST, PATIENCE)),
                        List.of(new ManagerUser("cti", password)))
                .withTrunk(amends.pbx.Trunk.ofLoopback(network.address()))
                .withRecordingPrompt(Announcements.prompt(language));
        pbx = closing.with(PbxCommand.start(config));
        return "SIP " + pbx.sipPort() + ", manager protocol " + pbx.managerPort() + ", the public network on "
                + network.address().getPort() + ", SMS on " + smsc.centre().port();
    }

    private Extension extension(String name) {
        return new Extension(name, password, "Agent " + name);
    }

    /** The settings as a person would write them, left in the home to be looked at. */
    private void writeSettings(String extension) throws IOException, YamlMistakes {
        String text = site.isPresent()
                ? site.get().settings()
                : """
                # Written by the demo: this desk talks to the demo's own PBX, whose ports and passwords end with it.
                sip: {server: 127.0.0.1, port: %d, user: "%s", password: %s}
                acd: {port: %d, user: cti, secret: %s, after-call-seconds: 30}
                """.formatted(pbx.sipPort(), extension, password, pbx.managerPort(), password);
        text += """
                language: %s
                sound: {ringer: %s}
                recording: {announce-language: %s}
                sign-in: {login: "%s", password: %s}
                survey: {language: %s, quiet-hours: none, sender-name: %s}
                %s
                """.formatted(
                        language,
                        played ? "none" : "default",
                        language,
                        AGENT,
                        FirstStart.PASSWORD,
                        language,
                        language.equals("en") ? "Spruce Bank" : "云杉银行",
                        smsc.settings());
        Files.writeString(home.settings(), text);
        settings = DeskSettings.read(Optional.of(home.settings()), home);
    }

    /** The database with the demo bank's people and customers. */
    String openStore() throws Exception {
        writeSettings(AGENT);
        store = closing.with(
                StoreRoom.open(settings.database(), settings.recovery(), home, InstallationName.of(home), time));
        if (!store.database().awaitAvailable(Duration.ofSeconds(15)))
            throw new IllegalStateException("the database: " + store.database().availability());
        FirstStart.people(store.staff(), store.database());
        store.knowledge().fill(store.database());
        DemoPeople.store(store.customers(), store.failures(), store.database(), time);
        UUID colleague = store.staff().byLogin(COLLEAGUE).orElseThrow().id();
        DemoPast.store(store, colleague, time);
        store.database().run(() -> DemoGiven.store(store, colleague, time.now()));
        DemoPeople.promise(store.customers(), new ComplaintRoom(store, time).intake, colleague, time.now());
        vault = closing.with(VaultRoom.open(settings.recording().folder(), home, store, time));
        duties = closing.with(HouseDuties.ofServices(settings, store, time));
        var articles = store.knowledge().base();
        Await.until(
                "the articles' index",
                INDEXED,
                () -> articles.search(Query.byAgent("还款", ArticleLanguage.ZH_CN, 1))
                        .ready());
        return settings.database().url();
    }

    StaffMember signIn(String login) {
        return switch (store.signIn()
                .signIn(login, settings.signIn().password().reveal().toCharArray())) {
            case SignIn.Result.Welcome(var member) -> member;
            case SignIn.Result other -> throw new IllegalStateException("sign-in: " + other);
        };
    }

    /** The member sits down at the extension that is theirs. */
    Desk openDesk(StaffMember member, AudioDevices devices) throws IOException, YamlMistakes {
        if (site.isEmpty()) writeSettings(member.extension());
        return closing.with(Desk.open(settings, store, vault, member, devices, time));
    }

    /** Whoever sits there gets up. */
    void leave(Desk desk) {
        closing.now(desk);
    }

    SimulatedCall callsSupport(Persona persona, CallPlan plan, CallSteps steps) throws IOException {
        var address =
                new InetSocketAddress(settings.sip().server(), settings.sip().port());
        return new SimulatedCustomer(network, address, persona).call(QUEUE, plan, steps);
    }

    SimulatedNetwork network() {
        return network;
    }

    DeskSettings settings() {
        return settings;
    }

    /** The mobile network, for what customers answer. */
    DemoSmsc smsc() {
        return smsc;
    }

    /** What the house does by itself. */
    HouseDuties duties() {
        return duties;
    }

    StoreRoom store() {
        return store;
    }

    VaultRoom vault() {
        return vault;
    }

    @Override
    public void close() {
        closing.close();
    }
}
