package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.LeadVisits;
import amends.acd.VisitMode;
import amends.acd.VisitRefusal;
import amends.acd.VisitState;
import amends.acd.jdbc.JdbcVisitGrants;
import amends.contact.Contact;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.TestEngine;
import amends.recording.Recording;
import amends.rtp.G711;
import amends.rtp.Halving;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Clip;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import amends.simulation.SpeechMatch;
import amends.staff.Permission;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.ConnectionState;
import amends.telephony.LineState;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lead in the live call of an agent, over an exchange that knows nothing of it: who hears whom, measured by clips. */
abstract class VisitingStory {
    private static final Logger LOG = LoggerFactory.getLogger(VisitingStory.class);
    private static final double HEARD = 0.85;
    /** Of 32,768: what a coding makes of silence, and no more. */
    private static final int SILENCE = 400;

    /** Short ones: everything here lasts as long as it is said. */
    private static final String CUSTOMER = "clarke-reply";

    private static final short[] AGENT = Clip.load("reed-reply");
    private static final short[] LEAD = Clip.load("chen-reply");

    @TempDir
    Path folder;

    private SimulatedNetwork network;
    private SimulatedCall customer;
    private Seat agent;
    private Seat lead;
    private CallId call;

    /** @param network where the customers are, as the exchange expects its trunk */
    record Site(InetSocketAddress exchange, String network) {}

    abstract Site site();

    /** The {@code sip} and {@code acd} lines of a seat's settings. */
    abstract String lines(String extension);

    private Seat seat(String extension, String database) throws Exception {
        return new Seat(folder, extension, """
                %s
                recording: {announce: false}
                sign-in: {login: "%s", password: amends}
                %s
                """.formatted(lines(extension), extension, database));
    }

    @BeforeEach
    void they_talk() throws Exception {
        Site site = site();
        network = new SimulatedNetwork(InetAddress.ofLiteral(site.network()), 0, G711.A_LAW, Timekeeper.system());
        var address = TestEngine.POSTGRESQL.newDatabase(folder);
        String database = "database: {url: \"%s\", user: %s, password: %s}"
                .formatted(address.url(), address.user(), address.password());
        agent = seat("1001", database).ready();
        lead = seat("1003", database);
        Seat.until("the lead's line", () -> lead.stage.line() instanceof LineState.Registered);
        customer = new SimulatedCustomer(network, site.exchange(), Persona.WANG)
                .call("support", CallPlan.whenTold().atMost(Duration.ofMinutes(3)), CallSteps.UNHEARD);
        call = agent.answersCall();
        Seat.until(
                "the contact",
                () -> agent.store.contacts().ofAgent(agent.desk.member.id(), 1).stream()
                        .anyMatch(c -> c.answered().isPresent()));
    }

    @AfterEach
    void close() {
        if (lead != null) lead.close();
        if (agent != null) agent.close();
        if (network != null) network.close();
    }

    private LeadVisits visiting() {
        return lead.desk.supervision.visiting.orElseThrow();
    }

    private void wants(VisitMode mode) {
        lead.stage.onLoop(() -> visiting().want("1001", mode));
    }

    private void isIn(VisitMode mode) throws Exception {
        wants(mode);
        Seat.until("being in the call to " + mode, () -> {
            VisitState now = visiting().state();
            assertThat(now.refusal()).isEmpty();
            return now.mode().equals(Optional.of(mode));
        });
    }

    private enum Ear {
        CUSTOMER,
        AGENT,
        LEAD
    }

    private short[] heard(Ear ear, int from) {
        short[] all = switch (ear) {
            case CUSTOMER -> customer.heard();
            case AGENT -> agent.voice.heard();
            case LEAD -> lead.voice.heard();
        };
        return Arrays.copyOfRange(all, Math.min(from, all.length), all.length);
    }

    private static short[] wordsOf(Ear speaker, Ear at) {
        short[] narrow = switch (speaker) {
            case CUSTOMER -> Clip.load(CUSTOMER);
            case AGENT -> AGENT;
            case LEAD -> LEAD;
        };
        return at == Ear.CUSTOMER ? narrow : Halving.wide(narrow);
    }

    private void say(Ear speaker) {
        switch (speaker) {
            case CUSTOMER -> customer.say(CUSTOMER);
            case AGENT -> agent.voice.say(Halving.wide(AGENT));
            case LEAD -> lead.voice.say(Halving.wide(LEAD));
        }
    }

    /** One speaks alone. Who is named hears it, nobody else hears anything. */
    private void speaks(Ear speaker, Ear... hearers) throws Exception {
        // What is said while the machine catches its breath is not heard whole.
        for (int attempt = 1; !isHeard(speaker, hearers); attempt++)
            assertThat(attempt).as(speaker + " heard by " + List.of(hearers)).isLessThan(6);
    }

    private boolean isHeard(Ear speaker, Ear... hearers) throws Exception {
        agent.voice.forgetHeard();
        lead.voice.forgetHeard();
        int before = customer.heard().length;
        say(speaker);
        Thread.sleep(wordsOf(speaker, Ear.CUSTOMER).length / 8 + 700);
        boolean all = true;
        for (Ear ear : Ear.values()) {
            if (ear == speaker) continue;
            short[] heard = heard(ear, ear == Ear.CUSTOMER ? before : 0);
            double like = SpeechMatch.best(heard, wordsOf(speaker, ear));
            int loudest = loudest(heard);
            LOG.info(String.format(Locale.ROOT, "%s speaks, %s hears %.3f, at most %d", speaker, ear, like, loudest));
            if (List.of(hearers).contains(ear)) all &= like > HEARD;
            else assertThat(loudest).as(speaker + " at " + ear).isLessThan(SILENCE);
        }
        return all;
    }

    private static int loudest(short[] sound) {
        int loudest = 0;
        for (short sample : sound) loudest = Math.max(loudest, Math.abs(sample));
        return loudest;
    }

    @Test
    void a_lead_listens_whispers_joins_and_takes_over_and_everybody_hears_whom_they_should() throws Exception {
        isIn(VisitMode.LISTEN);
        assertThat(lead.desk.phone.calls()).isEmpty();
        speaks(Ear.CUSTOMER, Ear.AGENT, Ear.LEAD);
        speaks(Ear.AGENT, Ear.CUSTOMER, Ear.LEAD);
        speaks(Ear.LEAD);

        isIn(VisitMode.WHISPER);
        speaks(Ear.LEAD, Ear.AGENT);
        speaks(Ear.CUSTOMER, Ear.AGENT, Ear.LEAD);

        isIn(VisitMode.BARGE);
        speaks(Ear.LEAD, Ear.AGENT, Ear.CUSTOMER);
        speaks(Ear.AGENT, Ear.CUSTOMER, Ear.LEAD);

        wants(VisitMode.INTERCEPT);
        Seat.until("the agent's call being over", () -> agent.stage.is(call, ConnectionState.NULL));
        speaks(Ear.LEAD, Ear.CUSTOMER);
        speaks(Ear.CUSTOMER, Ear.LEAD);
        customer.hangUp();
        keptAsItWas();
    }

    private void keptAsItWas() throws Exception {
        Contact agents = agent.stage.contact(call).orElseThrow();
        assertThat(agents.cause()).contains(ClearCause.TRANSFERRED);
        assertThat(agents.state()).isEqualTo(Contact.State.WRAP_UP);
        Seat.until(
                "the lead's own contact",
                () -> leads().stream().anyMatch(c -> c.ended().isPresent()));
        assertThat(leads()).singleElement().satisfies(c -> {
            assertThat(c.number()).isEqualTo(Persona.WANG.number());
            assertThat(c.isInbound()).isTrue();
        });
        Seat.until("both recordings", () -> sealed().size() == 2);
        var sound = recordingOf(agents.recording().orElseThrow());
        says("customer", sound.customer(), Ear.CUSTOMER, true);
        says("customer", sound.customer(), Ear.LEAD, false);
        says("customer", sound.customer(), Ear.AGENT, false);
        says("agent", sound.agent(), Ear.AGENT, true);
        says("agent", sound.agent(), Ear.LEAD, false);
        audited();
    }

    private List<Contact> leads() {
        return lead.store.contacts().ofAgent(lead.desk.member.id(), 5);
    }

    private List<Recording> sealed() {
        return lead.vault.recordings().latest(10).stream()
                .filter(r -> r.state() == Recording.State.SEALED)
                .toList();
    }

    private amends.recording.RecordingLibrary.Sound recordingOf(java.util.UUID id) throws Exception {
        Recording row =
                sealed().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
        return agent.vault.library().open(row);
    }

    private static void says(String channel, short[] sound, Ear whose, boolean holds) {
        double like = SpeechMatch.best(sound, wordsOf(whose, Ear.AGENT));
        LOG.info(String.format(Locale.ROOT, "the recording's %s channel holds %s: %.3f", channel, whose, like));
        if (holds) assertThat(like).isGreaterThan(HEARD);
        else assertThat(like).isLessThan(0.6);
    }

    private void audited() {
        var grants = new JdbcVisitGrants(lead.store.database()).into(agent.desk.member.id(), Instant.EPOCH);
        assertThat(grants)
                .allSatisfy(g -> {
                    assertThat(g.lead()).isEqualTo(lead.desk.member.id());
                    assertThat(g.call()).isEqualTo(call.value());
                    assertThat(g.used()).isPresent();
                    assertThat(g.ended()).hasValueSatisfying(e -> assertThat(e).isAfter(g.made()));
                })
                .extracting(g -> g.mode())
                .containsExactly(VisitMode.INTERCEPT, VisitMode.BARGE, VisitMode.WHISPER, VisitMode.LISTEN);
        assertThat(lead.store.audit().about(agent.desk.member.id(), 10))
                .filteredOn(e -> e.act() == Permission.SUPERVISE_CALL)
                .hasSize(4);
    }

    @Test
    void who_has_no_call_cannot_be_visited_and_a_lead_with_a_call_visits_nobody() throws Exception {
        lead.stage.onLoop(() -> visiting().want("1002", VisitMode.LISTEN));
        Seat.until("a refusal", () -> visiting().state().refusal().equals(Optional.of(VisitRefusal.NO_CALL)));

        lead.stage.onLoop(() -> visiting().leave());
        Seat.until("no refusal", () -> visiting().state().equals(VisitState.NONE));
        isIn(VisitMode.LISTEN);
        customer.hangUp();
        Seat.until("the end", () -> visiting().state().refusal().equals(Optional.of(VisitRefusal.OVER)));
        assertThat(visiting().state().extension()).isEmpty();
    }
}
