package org.coterie.formation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coterie.groups.Explanations;
import org.coterie.groups.Groups;
import org.coterie.groups.PlaceTaken;
import org.coterie.groups.PurposeTag;
import org.coterie.groups.Reason;
import org.coterie.groups.Roster;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.interests.InterestsChanged;
import org.coterie.interests.InterestsReplaced;
import org.coterie.interests.InterestsWentBack;
import org.coterie.people.Directory;

/** Keeps the reasons of members true: found for places that nobody proposed, let go of when they are none any more. */
@ApplicationScoped
class Reasons {

    private final Explanations explanations;
    private final Groups groups;
    private final Roster roster;
    private final Interests interests;
    private final Meaning meaning;
    private final Directory directory;

    Reasons(
            Explanations explanations,
            Groups groups,
            Roster roster,
            Interests interests,
            Meaning meaning,
            Directory directory) {
        this.explanations = explanations;
        this.groups = groups;
        this.roster = roster;
        this.interests = interests;
        this.meaning = meaning;
        this.directory = directory;
    }

    /** Within the transaction of the change: what somebody keeps to themselves is kept from that moment. */
    void interestsChanged(@Observes InterestsChanged change) {
        revise(change.personId());
    }

    /** The same of what came in a file, of those who have a place: in one order for everybody. */
    void interestsReplaced(@Observes InterestsReplaced change) {
        roster.seated(change.people()).stream().sorted().forEach(this::revise);
    }

    /** Where two tags are two again, a reason of since goes with the tag that its owner holds no more. */
    void interestsWentBack(@Observes InterestsWentBack back) {
        explanations.letGo(back.move(), back.people());
    }

    /** Lets go of reasons that the person does not hold any more, and keeps to fellow holders what is for matching only. */
    void revise(UUID personId) {
        List<Holding> holdings = interests.of(personId);
        Set<UUID> matchOnly = tags(holdings, Holding::matchOnly);
        explanations.revise(personId, tags(holdings, holding -> !holding.matchOnly()), matchOnly);
        explanations.keepQuiet(personId, matchOnly);
    }

    /** Tells why a place suits whoever took it by themselves, or is brought along: by what they may read, whoever did so. */
    void placeTaken(@Observes PlaceTaken taken) {
        List<Holding> holdings = interests.of(taken.personId());
        Set<UUID> held = tags(holdings, holding -> true);
        List<UUID> purpose = groups.purposeOf(taken.groupId()).stream()
                .filter(part -> part.disclosed() || held.contains(part.tagId()))
                .map(PurposeTag::tagId)
                .toList();
        if (purpose.isEmpty() || holdings.isEmpty()) {
            return;
        }
        Map<UUID, Long> holders = new HashMap<>(
                interests.holders(holdings.stream().map(Holding::tagId).toList()));
        holders.putAll(interests.holders(purpose));
        Map<UUID, Map<UUID, Double>> near = meaning.near(
                taken.personId(), holdings.stream().map(Holding::tagId).toList());
        Taste.Fit fit = new Taste(holdings, holders, directory.count(), near).fit(purpose);
        List<Reason> because = fit.parts().stream()
                .map(part -> part.reason(holders.getOrDefault(part.tag(), 0L)))
                .toList();
        explanations.explain(
                taken.groupId(),
                new Seat(taken.personId(), fit.affinity(), because),
                tags(holdings, Holding::matchOnly));
    }

    private static Set<UUID> tags(List<Holding> holdings, Predicate<Holding> which) {
        return holdings.stream().filter(which).map(Holding::tagId).collect(Collectors.toSet());
    }
}
