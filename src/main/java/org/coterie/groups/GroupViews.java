package org.coterie.groups;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** Shows groups to one reader: what everybody may see, and of the rest what this reader may. */
@ApplicationScoped
class GroupViews {

    private final Disclosure disclosure;
    private final GroupRepository groups;
    private final MembershipRepository memberships;
    private final People people;
    private final Tags tags;

    GroupViews(
            Disclosure disclosure, GroupRepository groups, MembershipRepository memberships, People people, Tags tags) {
        this.disclosure = disclosure;
        this.groups = groups;
        this.memberships = memberships;
        this.people = people;
        this.tags = tags;
    }

    /** These groups in this order, with their members where the reader may see them and asks for them. */
    List<GroupView> show(List<GroupRow> rows, Reader reader, boolean withMembers) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(GroupRow::id).toList();
        Map<UUID, List<PurposeTag>> purposes = groups.purposes(ids);
        Map<UUID, KnownTag> words = wordsOf(purposes.values());
        Map<UUID, MemberRow> mine = membershipsOf(reader, ids);
        Set<UUID> own = disclosure.heldBy(reader);
        Map<UUID, List<MemberRow>> members = Map.of();
        Map<UUID, PersonView> names = Map.of();
        if (withMembers) {
            members = memberships.members(reader.operator() ? ids : List.copyOf(mine.keySet()));
            names = people.findAll(members.values().stream()
                    .flatMap(List::stream)
                    .map(MemberRow::personId)
                    .collect(toSet()));
        }
        var views = Stream.<GroupView>builder();
        for (GroupRow row : rows) {
            List<PurposeTag> purpose = purposes.getOrDefault(row.id(), List.of());
            Set<UUID> held = disclosure.held(own, mine.get(row.id()));
            views.add(view(
                    row,
                    purpose,
                    held,
                    words,
                    inBrief(members.get(row.id()), names, Disclosure.secretsOf(purpose), held, reader)));
        }
        return views.build().toList();
    }

    /**
     * A group without its members.
     *
     * @param held tags that the reader holds, of those that are told to nobody else
     * @param words what the tags of its purpose are called
     */
    static GroupView show(GroupRow row, List<PurposeTag> purpose, Set<UUID> held, Map<UUID, KnownTag> words) {
        return view(row, purpose, held, words, null);
    }

    /**
     * Groups with a place for a reader, kept for them or open to them; those that are over meanwhile are left out.
     *
     * @param kept groups that keep a place for the reader
     * @param held tags that the reader holds
     * @param words what the tags are called
     */
    List<GroupView> offer(
            List<OpenGroup> offered, Set<UUID> kept, UUID reader, Set<UUID> held, Map<UUID, KnownTag> words) {
        Map<UUID, List<PurposeTag>> purposes = offered.stream().collect(toMap(OpenGroup::id, OpenGroup::purpose));
        Map<UUID, MemberRow> mine = memberships.membershipsOf(
                reader,
                kept.stream()
                        .filter(id -> !held.containsAll(Disclosure.secretsOf(purposes.getOrDefault(id, List.of()))))
                        .toList());
        return groups.stored(purposes.keySet()).stream()
                .filter(row -> row.state() != GroupState.CLOSED)
                .map(row -> show(
                        row,
                        purposes.getOrDefault(row.id(), List.of()),
                        disclosure.held(held, mine.get(row.id())),
                        words))
                .toList();
    }

    private static GroupView view(
            GroupRow row,
            List<PurposeTag> purpose,
            Set<UUID> held,
            Map<UUID, KnownTag> words,
            @Nullable List<MemberView> members) {
        List<String> labels = labelsOf(purpose, words);
        List<KnownTag> told = toldOf(purpose, held, words);
        return new GroupView(
                row.id(),
                row.state(),
                row.closedBecause(),
                Title.name(row, labels),
                new PurposeView(
                        Title.statement(row, labels),
                        told.stream().map(KnownTag::name).toList(),
                        told.stream().map(KnownTag::label).toList()),
                row.minSize(),
                row.maxSize(),
                row.memberCount(),
                row.activeCount(),
                row.state() == GroupState.CLOSED ? 0 : row.maxSize() - row.memberCount(),
                row.cohesion(),
                row.formationId(),
                row.createdAt(),
                members);
    }

    private @Nullable List<MemberView> inBrief(
            @Nullable List<MemberRow> members,
            Map<UUID, PersonView> names,
            Set<UUID> secrets,
            Set<UUID> held,
            Reader reader) {
        if (members == null) {
            return null;
        }
        // who leaves at this very moment has no name any more
        return members.stream()
                .flatMap(member -> Stream.ofNullable(names.get(member.personId()))
                        .map(person -> MemberView.inBrief(
                                person,
                                member,
                                disclosure.seen(member, secrets, held, reader).affinity())))
                .toList();
    }

    private Map<UUID, MemberRow> membershipsOf(Reader reader, List<UUID> groupIds) {
        return reader.personId() == null ? Map.of() : memberships.membershipsOf(reader.personId(), groupIds);
    }

    private Map<UUID, KnownTag> wordsOf(Collection<List<PurposeTag>> purposes) {
        Set<UUID> ids = new HashSet<>();
        purposes.forEach(purpose -> purpose.forEach(tag -> ids.add(tag.tagId())));
        return tags.byIdsForReader(ids);
    }

    /** Of what everybody may know, whoever reads: a group has one name. */
    private static List<String> labelsOf(List<PurposeTag> purpose, Map<UUID, KnownTag> words) {
        return purpose.stream()
                .filter(PurposeTag::disclosed)
                .flatMap(tag -> Stream.ofNullable(words.get(tag.tagId())))
                .map(KnownTag::label)
                .toList();
    }

    private static List<KnownTag> toldOf(List<PurposeTag> purpose, Set<UUID> held, Map<UUID, KnownTag> words) {
        return purpose.stream()
                .filter(tag -> tag.disclosed() || held.contains(tag.tagId()))
                .flatMap(tag -> Stream.ofNullable(words.get(tag.tagId())))
                .toList();
    }
}
