package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.coterie.paging.FewRows;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.jspecify.annotations.Nullable;

/** Which rules gave way when somebody was put into a group: told to those alone whom it concerns. */
@ApplicationScoped
class Loosenings {

    private static final String CONCERNING = """
            select group_id, person_id, other_id from met_again
            where group_id in (%s) and (person_id = ? or other_id = ?)""";

    private final FewRows few;
    private final MembershipRepository memberships;
    private final People people;

    Loosenings(FewRows few, MembershipRepository memberships, People people) {
        this.few = few;
        this.memberships = memberships;
        this.people = people;
    }

    /** For each of these groups in which a rule gave way that concerns the reader, which; of others in it, only those still. */
    Map<UUID, List<LoosenedView>> toldTo(Reader reader, Collection<UUID> groupIds) {
        UUID me = reader.personId();
        List<MetAgain> again = me == null || groupIds.isEmpty() ? List.of() : concerning(me, groupIds);
        if (me == null || again.isEmpty()) {
            return Map.of();
        }
        Map<UUID, TreeSet<UUID>> met = new HashMap<>();
        again.forEach(one ->
                met.computeIfAbsent(one.groupId(), first -> new TreeSet<>()).add(one.otherThan(me)));
        Map<UUID, List<MemberRow>> members = memberships.members(met.keySet());
        met.forEach((group, others) -> others.retainAll(members.getOrDefault(group, List.of()).stream()
                .map(MemberRow::personId)
                .toList()));
        Map<UUID, PersonView> names =
                people.findAll(met.values().stream().flatMap(Collection::stream).toList());
        Map<UUID, List<LoosenedView>> told = new HashMap<>();
        met.forEach((group, others) -> {
            List<PersonView> known =
                    others.stream().map(names::get).filter(Objects::nonNull).toList();
            if (!known.isEmpty()) {
                told.put(group, List.of(LoosenedView.newCompany(known)));
            }
        });
        return told;
    }

    private List<MetAgain> concerning(UUID personId, Collection<UUID> groupIds) {
        List<Object> parameters = new ArrayList<>(groupIds);
        parameters.addAll(List.of(personId, personId));
        return few.all(parameters, CONCERNING.formatted(FewRows.places(groupIds.size())), MetAgain::read);
    }

    /** What was loosened in one group, or null where nothing was: then it does not travel. */
    @Nullable
    List<LoosenedView> toldTo(Reader reader, UUID groupId) {
        return toldTo(reader, List.of(groupId)).get(groupId);
    }
}
