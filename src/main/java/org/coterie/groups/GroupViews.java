package org.coterie.groups;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.groups.Voices.Topic;
import org.coterie.groups.Voices.Voice;
import org.coterie.people.HolderCount;
import org.coterie.people.InCommon;
import org.coterie.people.People;
import org.coterie.people.PersonView;
import org.coterie.safety.Safety;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/**
 * Shows groups to one reader: what everybody may see, and of the rest what this reader may.
 *
 * <p>A tag that a member holds for matching only is shown to those alone who hold it too, or held it when they came in:
 * the reasons of their own membership say so.
 */
@ApplicationScoped
class GroupViews {

    /** How long a departure is told. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Clock clock;
    private final GroupRepository groups;
    private final Loosenings loosenings;
    private final People people;
    private final ReasonStore reasons;
    private final Safety safety;
    private final Tags tags;
    private final Voices voices;

    GroupViews(
            Clock clock,
            GroupRepository groups,
            Loosenings loosenings,
            People people,
            ReasonStore reasons,
            Safety safety,
            Tags tags,
            Voices voices) {
        this.clock = clock;
        this.groups = groups;
        this.loosenings = loosenings;
        this.people = people;
        this.reasons = reasons;
        this.safety = safety;
        this.tags = tags;
        this.voices = voices;
    }

    /** Reasons as far as a reader may see them, and the affinity they add up to. */
    private record Seen(List<KeptReason> because, @Nullable Double affinity) {}

    /** These groups in this order, with their members where the reader may see them and asks for them. */
    List<GroupView> show(List<GroupRow> rows, Reader reader, boolean withMembers) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(GroupRow::id).toList();
        Map<UUID, List<PurposeTag>> purposes = groups.purposes(ids);
        Map<UUID, KnownTag> words = wordsOf(purposes.values());
        Map<UUID, MemberRow> mine = membershipsOf(reader, ids);
        Set<UUID> own = heldBy(reader);
        Map<UUID, List<MemberRow>> members = Map.of();
        Map<UUID, PersonView> names = Map.of();
        if (withMembers) {
            members = groups.members(reader.operator() ? ids : List.copyOf(mine.keySet()));
            names = people.findAll(members.values().stream()
                    .flatMap(List::stream)
                    .map(MemberRow::personId)
                    .collect(toSet()));
        }
        var views = Stream.<GroupView>builder();
        for (GroupRow row : rows) {
            List<PurposeTag> purpose = purposes.getOrDefault(row.id(), List.of());
            Set<UUID> held = union(own, reasonsOf(mine.get(row.id())));
            views.add(view(
                    row,
                    labelsOf(purpose, words),
                    namesOf(purpose, held, words),
                    inBrief(members.get(row.id()), names, secretsOf(purpose), held, reader)));
        }
        return views.build().toList();
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
        Map<UUID, MemberRow> mine = groups.membershipsOf(
                reader,
                kept.stream()
                        .filter(id -> !held.containsAll(secretsOf(purposes.getOrDefault(id, List.of()))))
                        .toList());
        return groups.byIds(purposes.keySet()).stream()
                .filter(row -> row.state() != GroupState.CLOSED)
                .map(row -> view(
                        row,
                        labelsOf(purposes.getOrDefault(row.id(), List.of()), words),
                        namesOf(
                                purposes.getOrDefault(row.id(), List.of()),
                                union(held, reasonsOf(mine.get(row.id()))),
                                words),
                        null))
                .toList();
    }

    private static GroupView view(
            GroupRow row, List<String> labels, List<String> tags, @Nullable List<MemberView> members) {
        return new GroupView(
                row.id(),
                row.state(),
                row.closedBecause(),
                Title.name(row, labels),
                new PurposeView(Title.statement(row, labels), tags),
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
                                seen(member, secrets, held, reader).affinity())))
                .toList();
    }

    /** The members of one group, each with their reasons and a sentence. */
    List<MemberView> members(UUID groupId, Reader reader) {
        List<MemberRow> members = groups.members(List.of(groupId)).getOrDefault(groupId, List.of());
        Set<UUID> secrets = secretsOf(groups.purposes(List.of(groupId)).getOrDefault(groupId, List.of()));
        Set<UUID> held = union(
                heldBy(reader),
                reasonsOf(members.stream()
                        .filter(m -> reader.is(m.personId()))
                        .findFirst()
                        .orElse(null)));
        List<Seen> seen = members.stream()
                .map(member -> seen(member, secrets, held, reader))
                .toList();
        Map<UUID, KnownTag> words = wordsOfReasons(seen);
        Map<Topic, Voice> said = voicesOf(members, words);
        Map<UUID, PersonView> names =
                people.findAll(members.stream().map(MemberRow::personId).toList());
        var views = Stream.<MemberView>builder();
        for (int i = 0; i < members.size(); i++) {
            PersonView person = names.get(members.get(i).personId());
            if (person != null) {
                List<ReasonView> because = viewsOf(members.get(i), seen.get(i), words, said);
                views.add(MemberView.of(
                        person,
                        members.get(i),
                        seen.get(i).affinity(),
                        because,
                        Sentence.about(person, members.get(i), because),
                        reader.is(person.id()) ? loosenings.toldTo(reader, groupId) : null));
            }
        }
        return views.build().toList();
    }

    /** What somebody is in, for themselves. */
    List<MyGroupView> mine(List<MemberRow> memberships, Reader reader) {
        List<GroupRow> rows =
                groups.byIds(memberships.stream().map(MemberRow::groupId).toList());
        List<GroupView> shown = show(rows, reader, false);
        List<Seen> seen = ownReasons(memberships, reader);
        Map<UUID, KnownTag> words = wordsOfReasons(seen);
        Map<Topic, Voice> said = voicesOf(memberships, words);
        Map<UUID, List<DepartureView>> left = departures(memberships, reader);
        Map<UUID, InCommon> inCommon = inCommon(memberships, reader);
        Map<UUID, List<LoosenedView>> loosened = loosenings.toldTo(
                reader, memberships.stream().map(MemberRow::groupId).toList());
        var views = Stream.<MyGroupView>builder();
        for (int i = 0; i < memberships.size(); i++) {
            List<ReasonView> because = viewsOf(memberships.get(i), seen.get(i), words, said);
            views.add(MyGroupView.of(
                    memberships.get(i),
                    seen.get(i).affinity(),
                    because,
                    Sentence.toYou(memberships.get(i), because),
                    loosened.get(memberships.get(i).groupId()),
                    Objects.requireNonNull(inCommon.get(memberships.get(i).groupId())),
                    left.getOrDefault(memberships.get(i).groupId(), List.of()),
                    shown.get(i)));
        }
        return views.build().toList();
    }

    /** What somebody reads of their own; where they said it in another word, what the others say is looked at once more. */
    private List<Seen> ownReasons(List<MemberRow> memberships, Reader reader) {
        List<UUID> saidOtherwise = memberships.stream()
                .filter(member -> reasons.read(member.because()).stream().anyMatch(reason -> reason.said() != null))
                .map(MemberRow::groupId)
                .toList();
        Map<UUID, List<PurposeTag>> purposes = saidOtherwise.isEmpty() ? Map.of() : groups.purposes(saidOtherwise);
        Set<UUID> own = saidOtherwise.isEmpty() ? Set.of() : heldBy(reader);
        return memberships.stream()
                .map(member -> seen(
                        member,
                        secretsOf(purposes.getOrDefault(member.groupId(), List.of())),
                        union(own, reasonsOf(member)),
                        reader))
                .toList();
    }

    private Map<UUID, InCommon> inCommon(List<MemberRow> memberships, Reader reader) {
        if (memberships.isEmpty() || reader.personId() == null) {
            return Map.of();
        }
        Map<UUID, List<UUID>> members = new HashMap<>();
        memberships.forEach(mine -> members.put(mine.groupId(), new ArrayList<>(List.of(mine.personId()))));
        groups.members(members.keySet())
                .forEach((groupId, all) -> members.put(
                        groupId, all.stream().map(MemberRow::personId).toList()));
        return people.inCommon(members, reader.personId());
    }

    /**
     * Who has left these groups since the reader is active in them; nobody whom the reader has blocked. Whoever has blocked the
     * reader is told still, since a name that goes would tell it.
     */
    private Map<UUID, List<DepartureView>> departures(List<MemberRow> memberships, Reader reader) {
        Map<UUID, Instant> activeSince = memberships.stream()
                .filter(mine -> mine.state() == MembershipState.ACTIVE)
                .collect(toMap(MemberRow::groupId, MemberRow::since));
        List<MemberRow> left = groups.leftSince(clock.instant().minus(REMEMBERED), activeSince.keySet());
        if (left.isEmpty() || reader.personId() == null) {
            return Map.of();
        }
        Set<UUID> blocked = safety.blockedBy(reader.personId());
        Map<UUID, PersonView> names =
                people.findAll(left.stream().map(MemberRow::personId).collect(toSet()));
        Map<UUID, List<DepartureView>> departures = new HashMap<>();
        for (MemberRow gone : left) {
            PersonView person = blocked.contains(gone.personId()) ? null : names.get(gone.personId());
            if (person != null && gone.since().isAfter(Objects.requireNonNull(activeSince.get(gone.groupId())))) {
                departures
                        .computeIfAbsent(gone.groupId(), none -> new ArrayList<>())
                        .add(DepartureView.of(person, gone));
            }
        }
        return departures;
    }

    /**
     * A reader sees their own reasons, open ones, and those that are theirs as well. What others say in place of a word of their
     * own is no word of theirs.
     */
    private Seen seen(MemberRow member, Set<UUID> secrets, Set<UUID> held, Reader reader) {
        List<KeptReason> all = reasons.read(member.because());
        if (reader.is(member.personId())) {
            return new Seen(
                    all.stream()
                            .map(reason -> secrets.contains(reason.tagId()) && !held.contains(reason.tagId())
                                    ? reason.inOwnWord()
                                    : reason)
                            .toList(),
                    member.affinity());
        }
        List<KeptReason> open = all.stream()
                // of whoever says it in another word it may be this word that is secret
                .filter(reason -> !secrets.contains(reason.tagId())
                        || (held.contains(reason.tagId()) && held.contains(reason.held())))
                .filter(reason -> held.contains(reason.held()) || !reason.matchOnly())
                .toList();
        if (open.isEmpty()) {
            // the same where there are none, so that it does not tell which
            return new Seen(open, null);
        }
        // an affinity that exceeds its reasons would tell that there is one more
        return new Seen(
                open,
                open.size() == all.size()
                        ? member.affinity()
                        : Double.valueOf(open.stream()
                                .mapToDouble(KeptReason::contribution)
                                .sum()));
    }

    private Map<UUID, MemberRow> membershipsOf(Reader reader, List<UUID> groupIds) {
        return reader.personId() == null ? Map.of() : groups.membershipsOf(reader.personId(), groupIds);
    }

    private Set<UUID> heldBy(Reader reader) {
        return reader.personId() == null ? Set.of() : voices.heldBy(reader.personId());
    }

    private Set<UUID> reasonsOf(@Nullable MemberRow membership) {
        return membership == null
                ? Set.of()
                : reasons.read(membership.because()).stream()
                        .map(KeptReason::held)
                        .collect(toSet());
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Set<UUID> secretsOf(List<PurposeTag> purpose) {
        return purpose.stream()
                .filter(tag -> !tag.disclosed())
                .map(PurposeTag::tagId)
                .collect(toSet());
    }

    private Map<UUID, KnownTag> wordsOf(Collection<List<PurposeTag>> purposes) {
        Set<UUID> ids = new HashSet<>();
        purposes.forEach(purpose -> purpose.forEach(tag -> ids.add(tag.tagId())));
        return tags.byIdsForReader(ids);
    }

    private Map<UUID, KnownTag> wordsOfReasons(List<Seen> seen) {
        return tags.byIdsForReader(seen.stream()
                .flatMap(one -> one.because().stream())
                .flatMap(reason -> Stream.of(reason.tagId(), reason.held()))
                .collect(toSet()));
    }

    /** Of what everybody may know, whoever reads: a group has one name. */
    private static List<String> labelsOf(List<PurposeTag> purpose, Map<UUID, KnownTag> words) {
        return purpose.stream()
                .filter(PurposeTag::disclosed)
                .flatMap(tag -> Stream.ofNullable(words.get(tag.tagId())))
                .map(KnownTag::label)
                .toList();
    }

    private static List<String> namesOf(List<PurposeTag> purpose, Set<UUID> held, Map<UUID, KnownTag> words) {
        return purpose.stream()
                .filter(tag -> tag.disclosed() || held.contains(tag.tagId()))
                .flatMap(tag -> Stream.ofNullable(words.get(tag.tagId())))
                .map(KnownTag::name)
                .toList();
    }

    private Map<Topic, Voice> voicesOf(List<MemberRow> members, Map<UUID, KnownTag> words) {
        return words.isEmpty()
                ? Map.of()
                : voices.of(members.stream().map(MemberRow::personId).collect(toSet()), words.keySet());
    }

    private static List<ReasonView> viewsOf(
            MemberRow member, Seen seen, Map<UUID, KnownTag> words, Map<Topic, Voice> said) {
        List<ReasonView> views = new ArrayList<>();
        for (KeptReason reason : seen.because()) {
            KnownTag tag = words.get(reason.tagId());
            KnownTag spoken = words.get(reason.held());
            Voice voice = said.get(new Topic(member.personId(), reason.held()));
            Reason.Said near = reason.said();
            if (tag != null && spoken != null) {
                views.add(new ReasonView(
                        tag.name(),
                        tag.label(),
                        reason.contribution(),
                        HolderCount.of(reason.holders()),
                        near == null ? null : spoken.name(),
                        near == null ? null : spoken.label(),
                        near == null ? null : near.confidence(),
                        voice == null ? null : voice.direction(),
                        voice == null ? null : voice.why()));
            }
        }
        return views;
    }
}
