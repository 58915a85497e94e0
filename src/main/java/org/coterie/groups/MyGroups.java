package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.groups.Disclosure.Seen;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.InCommon;
import org.coterie.people.People;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** What the person who asks is invited to and active in, and why. */
@ApplicationScoped
public class MyGroups {

    private final Caller caller;
    private final Departures departures;
    private final Disclosure disclosure;
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final Loosenings loosenings;
    private final People people;
    private final ReasonViews reasonViews;
    private final Tags tags;

    MyGroups(
            Caller caller,
            Departures departures,
            Disclosure disclosure,
            GroupRepository groups,
            MembershipRepository memberships,
            Loosenings loosenings,
            People people,
            ReasonViews reasonViews,
            Tags tags) {
        this.caller = caller;
        this.departures = departures;
        this.disclosure = disclosure;
        this.groups = groups;
        this.memberships = memberships;
        this.loosenings = loosenings;
        this.people = people;
        this.reasonViews = reasonViews;
        this.tags = tags;
    }

    /** What the person who asks is invited to and active in. */
    @Transactional
    Page<MyGroupView> mine(@Nullable MembershipState state, PageRequest page) {
        List<MyPlace> found = memberships.currentOf(
                caller.personId(),
                state == null ? MembershipState.CURRENT : Set.of(state),
                page.afterId().orElse(GroupRepository.START),
                page.limit() + 1);
        return Page.of(show(found), page.limit(), mine -> mine.group().id().toString());
    }

    /**
     * The same by state, oldest first.
     *
     * @param most of each state how many at most
     */
    @Transactional
    public Map<MembershipState, List<MyGroupView>> few(Map<MembershipState, Integer> most) {
        List<MyPlace> found = memberships.firstOf(caller.personId(), most);
        return found.isEmpty() ? Map.of() : show(found).stream().collect(Collectors.groupingBy(MyGroupView::state));
    }

    private List<MyGroupView> show(List<MyPlace> places) {
        Reader reader = Reader.of(caller);
        List<MemberRow> mine = places.stream().map(MyPlace::mine).toList();
        List<UUID> ids = mine.stream().map(MemberRow::groupId).toList();
        Map<UUID, List<PurposeTag>> purposes = groups.purposes(ids);
        Map<UUID, Set<UUID>> held = held(mine, purposes, reader);
        List<Seen> seen = mine.stream()
                .map(one -> disclosure.seen(
                        one,
                        Disclosure.secretsOf(purposeOf(one, purposes)),
                        held.getOrDefault(one.groupId(), Set.of()),
                        reader))
                .toList();
        Map<UUID, KnownTag> words = tags.byIdsForReader(named(purposes, seen));
        List<ReasonViews.Told> told = reasonViews.of(mine, seen, words, reader);
        Map<UUID, List<DepartureView>> left = departures.toldTo(reader, mine);
        Map<UUID, InCommon> inCommon = inCommon(mine, reader);
        Map<UUID, List<LoosenedView>> loosened = loosenings.toldTo(reader, ids);
        var views = Stream.<MyGroupView>builder();
        for (int i = 0; i < mine.size(); i++) {
            MemberRow one = mine.get(i);
            views.add(MyGroupView.of(
                    one,
                    told.get(i).affinity(),
                    told.get(i).because(),
                    Sentence.toYou(one, told.get(i).because()),
                    loosened.get(one.groupId()),
                    Objects.requireNonNull(inCommon.get(one.groupId())),
                    left.getOrDefault(one.groupId(), List.of()),
                    GroupViews.show(
                            places.get(i).group(),
                            purposeOf(one, purposes),
                            held.getOrDefault(one.groupId(), Set.of()),
                            words)));
        }
        return views.build().toList();
    }

    private static List<PurposeTag> purposeOf(MemberRow one, Map<UUID, List<PurposeTag>> purposes) {
        return purposes.getOrDefault(one.groupId(), List.of());
    }

    /** What the reader holds or held when they came into each group; looked up where a purpose tells not everybody all. */
    private Map<UUID, Set<UUID>> held(List<MemberRow> mine, Map<UUID, List<PurposeTag>> purposes, Reader reader) {
        boolean secret = purposes.values().stream().flatMap(List::stream).anyMatch(tag -> !tag.disclosed());
        Set<UUID> now = secret ? disclosure.heldBy(reader) : Set.of();
        return mine.stream().collect(Collectors.toMap(MemberRow::groupId, one -> disclosure.held(now, one)));
    }

    /** All tags that are named. */
    private static Set<UUID> named(Map<UUID, List<PurposeTag>> purposes, List<Seen> seen) {
        Set<UUID> named = new HashSet<>(ReasonViews.tagsOf(seen));
        purposes.values().forEach(purpose -> purpose.forEach(tag -> named.add(tag.tagId())));
        return named;
    }

    private Map<UUID, InCommon> inCommon(List<MemberRow> mine, Reader reader) {
        if (mine.isEmpty() || reader.personId() == null) {
            return Map.of();
        }
        Map<UUID, List<UUID>> members = new HashMap<>();
        mine.forEach(one -> members.put(one.groupId(), new ArrayList<>(List.of(one.personId()))));
        memberships
                .members(members.keySet())
                .forEach((groupId, all) -> members.put(
                        groupId, all.stream().map(MemberRow::personId).toList()));
        return people.inCommon(members, reader.personId());
    }
}
