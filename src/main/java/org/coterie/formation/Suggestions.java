package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.formation.Openings.Opening;
import org.coterie.formation.SuggestionsView.SuggestedGroup;
import org.coterie.formation.SuggestionsView.SuggestedPerson;
import org.coterie.formation.SuggestionsView.Waiting;
import org.coterie.groups.GroupView;
import org.coterie.groups.Groups;
import org.coterie.groups.Reason;
import org.coterie.groups.ReasonView;
import org.coterie.groups.Seating;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.language.Text;
import org.coterie.live.Live;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What suits one person right now: groups, people, and what is missing for the next group. The work does not grow with the
 * number of people: every query is bounded, and their number by how many tags one person may have.
 */
@ApplicationScoped
public class Suggestions {

    private final Caller caller;
    private final Interests interests;
    private final Live live;
    private final Groups groups;
    private final Seating seating;
    private final Tags tags;
    private final Openings openings;
    private final Neighbours neighbours;
    private final ThirdPerson thirdPerson;
    private final Consequences consequences;

    Suggestions(
            Caller caller,
            Interests interests,
            Live live,
            Groups groups,
            Seating seating,
            Tags tags,
            Openings openings,
            Neighbours neighbours,
            ThirdPerson thirdPerson,
            Consequences consequences) {
        this.caller = caller;
        this.interests = interests;
        this.live = live;
        this.groups = groups;
        this.seating = seating;
        this.tags = tags;
        this.openings = openings;
        this.neighbours = neighbours;
        this.thirdPerson = thirdPerson;
        this.consequences = consequences;
    }

    /**
     * What it depends on besides what is written: who asks, whether they are to be looked at again, and how much of what they
     * hold has not faded yet.
     */
    record Basis(UUID person, boolean putOff, int holdings) {}

    /** Of the person who asks, who is looked at again if they were put off. */
    Basis basis() {
        UUID me = caller.personId();
        thirdPerson.catchUp(me);
        return new Basis(me, thirdPerson.isPutOff(me), interests.of(List.of(me)).size());
    }

    /**
     * What suits the person who asks; where they hold nothing, no more than what they are invited to.
     *
     * @param limit how many groups, and how many people, at most
     */
    public SuggestionsView mine(int limit) {
        UUID me = caller.personId();
        thirdPerson.catchUp(me);
        Answer answer = suggest(me, limit);
        if (answer.invitedInVain) {
            consequences.follow(me); // somebody's interest has faded, and nobody has looked since
            answer = suggest(me, limit);
        }
        // who came in with many others at once was not looked at then, nor anybody while groups are formed
        boolean isOutdated = answer.enoughWait && (thirdPerson.appeared(me) || thirdPerson.isPutOff(me));
        return isOutdated ? suggest(me, limit).view : answer.view;
    }

    /**
     * What suits somebody.
     *
     * @param invitedInVain whether an invitation is not shown, since it could not be accepted
     * @param enoughWait whether there would be a group, could all of them meet
     */
    private record Answer(SuggestionsView view, boolean invitedInVain, boolean enoughWait) {}

    private Answer suggest(UUID me, int limit) {
        live.catchUp();
        List<Holding> mine = interests.of(List.of(me));
        return mine.isEmpty() && seating.seated(List.of(me)).isEmpty()
                ? new Answer(SuggestionsView.none(), false, false)
                : QuarkusTransaction.requiringNew().call(() -> answer(me, mine, limit));
    }

    private Answer answer(UUID me, List<Holding> mine, int limit) {
        Openings.Choice choice = openings.of(me, mine);
        Taste taste = choice.taste();
        Openings.Best best = openings.best(me, choice, limit);
        Set<UUID> served = new HashSet<>(choice.served());
        served.addAll(Openings.purposesOf(best.openings()));
        Neighbours.Found found = neighbours.of(me, choice, best.companions(), served, limit);
        boolean enoughWait = found.waiting() != null && found.waiting().wanted() == Missing.Wanted.WHO_FITS;
        boolean invitedInVain =
                best.kept().size() < Math.min(limit, choice.inviting().size());
        return new Answer(view(me, best, found, taste), invitedInVain, enoughWait);
    }

    private SuggestionsView view(UUID me, Openings.Best best, Neighbours.Found found, Taste taste) {
        Set<UUID> named = new HashSet<>(found.tags());
        best.openings().stream()
                .flatMap(opening -> opening.fit().parts().stream())
                .flatMap(part -> Stream.of(part.tag(), part.held()))
                .forEach(named::add);
        best.openings().stream()
                .flatMap(opening -> opening.group().purpose().stream())
                .forEach(part -> named.add(part.tagId()));
        Map<UUID, KnownTag> known = tags.rememberedForReader(named);
        var words = new Words(taste, interests.asWrittenBy(me, known));
        Map<UUID, GroupView> shown = groups
                .viewOffered(best.openings().stream().map(Opening::group).toList(), best.kept(), taste.tags(), known)
                .stream()
                .collect(Collectors.toMap(GroupView::id, group -> group));
        return new SuggestionsView(
                best.openings().stream()
                        .flatMap(opening -> Stream.ofNullable(
                                        shown.get(opening.group().id()))
                                .map(group -> words.group(group, opening)))
                        .toList(),
                found.people().stream().map(words::person).toList(),
                words.waiting(found.waiting(), thirdPerson.isPutOff(me)));
    }

    /** What tags are called for the person alone, and how what they say is put. */
    private record Words(Taste taste, Map<UUID, KnownTag> known) {

        SuggestedGroup group(GroupView group, Opening opening) {
            return new SuggestedGroup(
                    group,
                    opening.invited(),
                    opening.fit().affinity(),
                    reasons(opening.fit()),
                    sentence(opening.fit()));
        }

        private Text sentence(Taste.Fit fit) {
            if (fit.parts().isEmpty()) {
                return new Text("why-group.invited");
            }
            Taste.Fit.Part first = fit.parts().get(0);
            UUID decisive = first.tag();
            if (first.said() != null) {
                return Wording.nearly(tag(first.held()).label(), tag(decisive).label());
            }
            return Wording.group(
                    taste.holding(decisive).orElseThrow().stance(),
                    tag(decisive).label(),
                    taste.holders(decisive),
                    taste.people());
        }

        SuggestedPerson person(Neighbours.Neighbour person) {
            return new SuggestedPerson(person.view(), person.fit().affinity(), reasons(person.fit()), sentence(person));
        }

        private Text sentence(Neighbours.Neighbour person) {
            Taste.Fit.Part first = person.fit().parts().get(0);
            String name = person.view().displayName();
            if (first.said() != null) {
                return Wording.nearlyPerson(
                        name, tag(first.held()).label(), tag(first.tag()).label());
            }
            return Wording.person(
                    name,
                    taste.holding(first.tag()).orElseThrow().stance(),
                    person.stance(),
                    tag(first.tag()).label(),
                    taste.holders(first.tag()),
                    taste.people());
        }

        @Nullable
        Waiting waiting(@Nullable Missing found, boolean isPutOff) {
            if (found == null) {
                return null;
            }
            boolean enough = found.wanted() == Missing.Wanted.WHO_FITS;
            Missing missing = enough && isPutOff ? found.putOff() : found;
            KnownTag tag = tag(missing.tag());
            return new Waiting(
                    missing.others(), missing.more(), List.of(tag.name()), Wording.waiting(missing, tag.label()));
        }

        private List<ReasonView> reasons(Taste.Fit fit) {
            return fit.parts().stream().map(this::reason).toList();
        }

        private ReasonView reason(Taste.Fit.Part part) {
            KnownTag tag = tag(part.tag());
            KnownTag held = tag(part.held());
            var reason = new ReasonView(tag.name(), tag.label(), part.contribution(), taste.holders(part.tag()));
            Reason.Said said = part.said();
            return said == null ? reason : reason.saidAs(held.name(), held.label(), said.confidence());
        }

        private KnownTag tag(UUID id) {
            return Objects.requireNonNull(known.get(id));
        }
    }
}
