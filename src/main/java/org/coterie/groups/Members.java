package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.groups.Disclosure.Seen;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.coterie.problem.Problem;

/** The members of a group, each with their reasons and a sentence. */
@ApplicationScoped
class Members {

    private final Caller caller;
    private final Disclosure disclosure;
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final Loosenings loosenings;
    private final People people;
    private final ReasonViews reasonViews;

    Members(
            Caller caller,
            Disclosure disclosure,
            GroupRepository groups,
            MembershipRepository memberships,
            Loosenings loosenings,
            People people,
            ReasonViews reasonViews) {
        this.caller = caller;
        this.disclosure = disclosure;
        this.groups = groups;
        this.memberships = memberships;
        this.loosenings = loosenings;
        this.people = people;
        this.reasonViews = reasonViews;
    }

    /**
     * Who is in a group and why, for its members and the operator.
     *
     * @throws Problem UNKNOWN where no group has this id, FORBIDDEN for everybody else
     */
    @Transactional
    List<MemberView> of(UUID groupId) {
        if (groups.findByIdOptional(groupId).isEmpty()) {
            throw GroupRepository.unknown(groupId);
        }
        Reader reader = Reader.of(caller);
        if (reader.personId() != null
                && memberships
                        .membershipsOf(reader.personId(), List.of(groupId))
                        .isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "not-a-member");
        }
        return show(groupId, reader);
    }

    /**
     * How the person who asks is in a group, and why.
     *
     * @throws Problem UNKNOWN where no group has this id, or they are not in it
     */
    @Transactional
    MemberView me(UUID groupId) {
        if (groups.findByIdOptional(groupId).isEmpty()) {
            throw GroupRepository.unknown(groupId);
        }
        Reader reader = Reader.of(caller);
        return show(groupId, reader).stream()
                .filter(member -> reader.is(member.personId()))
                .findFirst()
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "not-a-member.now"));
    }

    private List<MemberView> show(UUID groupId, Reader reader) {
        List<MemberRow> members = memberships.members(groupId);
        Set<UUID> secrets =
                Disclosure.secretsOf(groups.purposes(List.of(groupId)).getOrDefault(groupId, List.of()));
        Set<UUID> held = disclosure.held(
                disclosure.heldBy(reader),
                members.stream()
                        .filter(m -> reader.is(m.personId()))
                        .findFirst()
                        .orElse(null));
        List<Seen> seen = members.stream()
                .map(member -> disclosure.seen(member, secrets, held, reader))
                .toList();
        List<ReasonViews.Told> told = reasonViews.of(members, seen, reader);
        Map<UUID, PersonView> names =
                people.findAll(members.stream().map(MemberRow::personId).toList());
        var views = Stream.<MemberView>builder();
        for (int i = 0; i < members.size(); i++) {
            PersonView person = names.get(members.get(i).personId());
            if (person != null) {
                views.add(MemberView.of(
                        person,
                        members.get(i),
                        told.get(i).affinity(),
                        told.get(i).because(),
                        Sentence.about(person, members.get(i), told.get(i).because()),
                        reader.is(person.id()) ? loosenings.toldTo(reader, groupId) : null));
            }
        }
        return views.build().toList();
    }
}
