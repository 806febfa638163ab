package amends.desktop.profile;

import amends.customer.CustomerProfile;
import amends.customer.FullProfile.ShownTag;
import amends.customer.PopState;
import amends.customer.Tag;
import amends.desktop.agent.AgentModel;
import amends.desktop.look.Avatar;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Pill;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.awt.Graphics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** Who it is: the caller's name is the largest thing on the screen. Tells when the profile of a call was painted. */
public final class CallerHeader extends JPanel {
    private static final long serialVersionUID = 1;
    private static final int MOST_TAGS = 2;

    private final transient Look look;
    private final transient ProfileModel profiles;
    private final transient PortraitModel portraits;
    private final transient TagWords tagWords;
    private final transient CallerWords words;
    private final transient Timekeeper time;
    private final transient Consumer<CallId> painted;
    private final transient Set<CallId> told = new HashSet<>();
    private final Avatar avatar;
    private final TextLine name;
    private final Pill tier;
    private final TextLine facts;
    private final TextLine came;
    private final TextLine remark;
    private final JPanel tags;
    private final KeyButton open;
    private transient Optional<Call> shown = Optional.empty();
    private transient List<ShownTag> shownTags = List.of();

    /** @param painted told while painting, once for each call @param whole opens or leaves the whole profile */
    public CallerHeader(
            Look look,
            ProfileModel profiles,
            PortraitModel portraits,
            AgentModel agent,
            Timekeeper time,
            Consumer<CallId> painted,
            Runnable whole) {
        super(new MigLayout(
                look.at("insets 0, fillx, gap 12u 4u, hidemode 2"),
                look.at("[48u!]16u[grow,fill]16u[shrinkprio 200]"),
                look.at("[28u!][20u!][20u!]")));
        setOpaque(false);
        this.look = look;
        this.profiles = profiles;
        this.portraits = portraits;
        tagWords = new TagWords(look, time);
        this.time = time;
        this.painted = painted;
        words = new CallerWords(look, profiles, agent);
        avatar = new Avatar(look.px(48));
        name = Look.named(look.line("", "name"), "caller.name", "");
        tier = new Pill(look);
        facts = look.line("", "");
        came = look.line("", "quiet");
        remark = look.line("", "quiet");
        tags = new JPanel(new Fitting(look.px(6)));
        tags.setOpaque(false);
        open = look.button("portrait.open", look.get("portrait.open"), PortraitView.KEY, whole);
        add(avatar, "spany 3, aligny top");
        add(nameAndTier(), "span, wmin 0, wrap");
        add(facts, "skip 1, wmin 0");
        add(came, "wmin 0, wrap");
        add(remark, "skip 1, span, wmin 0");
        Follow.models(this, this::refresh, profiles, portraits, agent);
    }

    private JPanel nameAndTier() {
        JPanel pair =
                look.panel("insets 0, fillx, gap 12u 0, hidemode 3", "[shrinkprio 200][][shrinkprio 300]push[]", "[]");
        pair.add(name, "wmin 0");
        pair.add(tier);
        pair.add(tags, "wmin 0");
        pair.add(open);
        return pair;
    }

    public void show(Call call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        shown.ifPresent(call -> {
            Optional<CustomerProfile> profile = profiles.profile(call.id());
            name.setText(words.name(call));
            avatar.show(profiles.name(call.id())
                    .or(() -> profiles.colleague(call.id()))
                    .orElse(""));
            came.setText(words.way(call));
            came.setToolTipText(
                    call.marks().menu().isEmpty() ? null : call.marks().menu().toString());
            profile.ifPresent(p -> tier.show(look.texts().word(p.tier()), shadeOf(p.tier())));
            tier.setVisible(profile.isPresent());
            showTags(call.id());
            open.setVisible(profile.isPresent());
            String region = region(call, profile);
            String since = profile.flatMap(p -> words.since(p, time.now())).orElse("");
            facts.setText(String.join("  ·  ", CallerWords.present(numberBesideName(call), region, since)));
            remark.setText(remark(call.id()));
            repaint();
        });
    }

    /** Where they live, or where their number was given out: an estimate, and shown as one. */
    private String region(Call call, Optional<CustomerProfile> profile) {
        String known = profile.map(CustomerProfile::region).orElse("");
        if (!known.isBlank()) return known;
        return profiles.numberOf(call.id())
                .flatMap(number ->
                        portraits.place(number, look.texts().language().locale()))
                .map(place -> look.get("caller.estimatedPlace", place))
                .orElse("");
    }

    private void showTags(CallId call) {
        List<ShownTag> now = portraits.tags(call);
        if (now.equals(shownTags)) return;
        shownTags = now;
        tags.removeAll();
        List<ShownTag> held =
                now.stream().filter(tag -> tag.standing() == Tag.Standing.HELD).toList();
        held.stream().limit(MOST_TAGS).forEach(tag -> tags.add(new TagPill(look, tagWords, tag)));
        if (held.size() > MOST_TAGS) tags.add(rest(held.subList(MOST_TAGS, held.size())));
        tags.revalidate();
    }

    /** How many more there are; which, one hover away. */
    private Pill rest(List<ShownTag> more) {
        var pill = new Pill(look);
        pill.show("+" + more.size(), Shade.QUIET);
        pill.setToolTipText(more.stream().map(tagWords::name).collect(Collectors.joining("  ·  ")));
        return pill;
    }

    private String numberBesideName(Call call) {
        return words.name(call).equals(words.number(call)) ? "" : words.number(call);
    }

    private static Shade shadeOf(CustomerProfile.Tier tier) {
        return tier == CustomerProfile.Tier.REGULAR ? Shade.QUIET : Shade.ACCENT;
    }

    private String remark(CallId call) {
        return switch (profiles.of(call).orElse(null)) {
            case PopState.Looking ignored -> look.get("caller.looking");
            case PopState.Unknown ignored -> look.get("caller.unknown");
            case PopState.Colleague ignored -> look.get("caller.colleague");
            case PopState.Unavailable(var _, var _, var why) ->
                switch (why) {
                    case AWAY -> look.get("caller.unavailable");
                    case TOO_MANY_LOOKS -> look.get("caller.tooManyLooks");
                };
            case PopState.Known known -> known.profile().note();
            case null -> look.get("caller.looking");
        };
    }

    @Override
    public void paint(Graphics g) {
        super.paint(g);
        shown.map(Call::id)
                .filter(call -> profiles.of(call).filter(this::isAnswer).isPresent())
                .filter(told::add)
                .ifPresent(painted);
    }

    private boolean isAnswer(PopState state) {
        return !(state instanceof PopState.Looking || state instanceof PopState.Unavailable);
    }
}
