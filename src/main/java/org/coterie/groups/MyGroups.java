package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final ReasonStore reasons;
    private final ReasonViews reasonViews;
    private final GroupViews groupViews;

    MyGroups(
            Caller caller,
            Departures departures,
            Disclosure disclosure,
            GroupRepository groups,
            MembershipRepository memberships,
            Loosenings loosenings,
            People people,
            ReasonStore reasons,
            ReasonViews reasonViews,
            GroupViews groupViews) {
        this.caller = caller;
        this.departures = departures;
        this.disclosure = disclosure;
        this.groups = groups;
        this.memberships = memberships;
        this.loosenings = loosenings;
        this.people = people;
        this.reasons = reasons;
        this.reasonViews = reasonViews;
        this.groupViews = groupViews;
    }

    /** What the person who asks is invited to and active in. */
    @Transactional
    Page<MyGroupView> mine(@Nullable MembershipState state, PageRequest page) {
        List<MemberRow> found = memberships.currentOf(
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
        List<MemberRow> found = memberships.firstOf(caller.personId(), most);
        return found.isEmpty() ? Map.of() : show(found).stream().collect(Collectors.groupingBy(MyGroupView::state));
    }

    private List<MyGroupView> show(List<MemberRow> mine) {
        Reader reader = Reader.of(caller);
        List<GroupRow> rows = groups.byIds(mine.stream().map(MemberRow::groupId).toList());
        List<GroupView> shown = groupViews.show(rows, reader, false);
        List<Seen> seen = ownReasons(mine, reader);
        List<List<ReasonView>> because = reasonViews.of(mine, seen, reader);
        Map<UUID, List<DepartureView>> left = departures.toldTo(reader, mine);
        Map<UUID, InCommon> inCommon = inCommon(mine, reader);
        Map<UUID, List<LoosenedView>> loosened =
                loosenings.toldTo(reader, mine.stream().map(MemberRow::groupId).toList());
        var views = Stream.<MyGroupView>builder();
        for (int i = 0; i < mine.size(); i++) {
            views.add(MyGroupView.of(
                    mine.get(i),
                    seen.get(i).affinity(),
                    because.get(i),
                    Sentence.toYou(mine.get(i), because.get(i)),
                    loosened.get(mine.get(i).groupId()),
                    Objects.requireNonNull(inCommon.get(mine.get(i).groupId())),
                    left.getOrDefault(mine.get(i).groupId(), List.of()),
                    shown.get(i)));
        }
        return views.build().toList();
    }

    /** What somebody reads of their own; where they said it in another word, what the others say is looked at once more. */
    private List<Seen> ownReasons(List<MemberRow> mine, Reader reader) {
        List<UUID> saidOtherwise = mine.stream()
                .filter(member -> reasons.read(member.because()).stream().anyMatch(reason -> reason.said() != null))
                .map(MemberRow::groupId)
                .toList();
        Map<UUID, List<PurposeTag>> purposes = saidOtherwise.isEmpty() ? Map.of() : groups.purposes(saidOtherwise);
        Set<UUID> own = saidOtherwise.isEmpty() ? Set.of() : disclosure.heldBy(reader);
        return mine.stream()
                .map(member -> disclosure.seen(
                        member,
                        Disclosure.secretsOf(purposes.getOrDefault(member.groupId(), List.of())),
                        disclosure.held(own, member),
                        reader))
                .toList();
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
