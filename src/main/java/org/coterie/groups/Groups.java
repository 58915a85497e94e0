package org.coterie.groups;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import jakarta.transaction.Transactional;
import jakarta.validation.Validator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.accounts.Caller;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.people.PersonLeaving;
import org.coterie.people.Terms;
import org.coterie.problem.Findings;
import org.coterie.problem.Problem;
import org.coterie.safety.Safety;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagMove;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** What has formed: proposing, founding, accepting, taking a place, leaving, and reading all of it. */
@ApplicationScoped
public class Groups {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final Set<MembershipState> CURRENT = Set.of(MembershipState.INVITED, MembershipState.ACTIVE);

    private final AgroalDataSource database;
    private final Caller caller;
    private final Clock clock;
    private final People people;
    private final ReasonStore reasons;
    private final GroupRepository repository;
    private final Invitations invitations;
    private final Meetings meetings;
    private final Safety safety;
    private final Event<PlaceTaken> taken;
    private final Fellowship fellowship;
    private final Tags tags;
    private final Validator validator;
    private final GroupViews views;
    private final ChangeLog log;
    private final News news;

    Groups(
            AgroalDataSource database,
            Caller caller,
            Clock clock,
            People people,
            ReasonStore reasons,
            GroupRepository repository,
            Invitations invitations,
            Meetings meetings,
            Safety safety,
            Event<PlaceTaken> taken,
            Fellowship fellowship,
            Tags tags,
            Validator validator,
            GroupViews views,
            ChangeLog log,
            News news) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.people = people;
        this.reasons = reasons;
        this.repository = repository;
        this.invitations = invitations;
        this.meetings = meetings;
        this.safety = safety;
        this.taken = taken;
        this.fellowship = fellowship;
        this.tags = tags;
        this.validator = validator;
        this.views = views;
        this.log = log;
        this.news = news;
    }

    // --- proposing: for whoever finds out who belongs together

    /**
     * Stores proposals, everybody in them invited, as part of the current transaction and in constant memory.
     *
     * <p>The caller answers for hard rules, such as that nobody is seated with somebody they are kept apart from.
     */
    @Transactional
    public void propose(Stream<Proposal> proposals) {
        // what they refer to may still be on its way to the database
        repository.flush();
        try (var connection = database.getConnection();
                var batch = new ProposalBatch(connection, reasons, clock.instant());
                proposals) {
            var next = proposals.iterator();
            while (next.hasNext()) {
                batch.add(next.next());
            }
            batch.write();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Stores how groups that there are go on, as part of the current transaction and in constant memory: proposals come
     * from this formation from now on. What somebody has changed meanwhile stays as they left it.
     *
     * <p>The caller answers for hard rules, as with {@link #propose}.
     */
    @Transactional
    public void carryOn(Stream<Continuation> continuations, UUID formationId) {
        repository.flush();
        try (var connection = database.getConnection();
                var batch = new ContinuationBatch(connection, reasons, formationId, clock.instant());
                continuations) {
            var next = continuations.iterator();
            while (next.hasNext()) {
                batch.add(next.next());
            }
            batch.write();
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    /**
     * Closes every proposal that nobody has accepted and that is not of this formation, as part of the current
     * transaction.
     *
     * @return how many
     */
    @Transactional
    public int withdrawUnanswered(UUID except) {
        List<UUID> unanswered = repository.unanswered(except);
        log.noteAll(Topic.GROUPS, unanswered);
        int expired = repository.expire(unanswered, clock.instant());
        news.expired(unanswered);
        return expired;
    }

    /** Streams all groups that are not over. */
    @Transactional
    public void eachGroup(GroupSink sink) {
        try (var connection = database.getConnection()) {
            each(
                    connection,
                    "select g.id, g.active_count > 0, g.state, g.max_size from peer_group g where ",
                    row -> sink.group(
                            row.getObject(1, UUID.class),
                            row.getBoolean(2),
                            row.getString(3).equals("DORMANT") ? 0 : row.getInt(4)));
            each(
                    connection,
                    "select t.group_id, t.tag_id from group_tag t join peer_group g on g.id = t.group_id where ",
                    row -> sink.tag(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
            each(
                    connection,
                    "select m.group_id, m.person_id, m.state in ('INVITED', 'ACTIVE')"
                            + " from membership m join peer_group g on g.id = m.group_id where ",
                    row -> sink.place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String select, RowReader reader) throws SQLException {
        try (var statement =
                connection.prepareStatement(select + "g.state in ('PROPOSED', 'ACTIVE', 'QUIET', 'DORMANT')")) {
            // PostgreSQL reads on demand only where a fetch size is set
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    /** Hands over who has been active in a group together, those that are over included, with one group in memory at a time. */
    public void eachMeeting(Instant now, MeetingSink sink) {
        meetings.each(now, sink);
    }

    /** For which tags each of these people has said no to an invitation since then; people who have not are left out. */
    @Transactional
    public Map<UUID, Set<UUID>> declined(Collection<UUID> personIds, Instant since) {
        return repository.declined(personIds, since);
    }

    /** Who of these is invited to, or active in, a group that is not closed. */
    @Transactional
    public Set<UUID> seated(Collection<UUID> personIds) {
        return repository.seated(personIds);
    }

    /**
     * Tells why somebody suits a group in which they already have a place, see {@link PlaceTaken}.
     *
     * @param matchOnly tags among the reasons that this person holds for matching only: told to fellow holders alone
     */
    @Transactional
    public void explain(UUID groupId, Seat seat, Set<UUID> matchOnly) {
        Membership membership = Membership.of(groupId, seat.personId());
        if (membership != null && membership.isCurrent()) {
            membership.affinity = seat.affinity();
            membership.because = reasons.write(seat.because(), matchOnly);
        }
    }

    /**
     * Lets reasons go that are none any more, or are to be kept quiet, wherever this person is a member: affinities
     * shrink with them. To be called when a person's interests have changed.
     *
     * @param open tags the person now shows to everybody
     * @param matchOnly tags the person now holds for matching only: told to fellow holders alone
     */
    @Transactional
    public void reviseReasons(UUID personId, Set<UUID> open, Set<UUID> matchOnly) {
        for (Membership membership : Membership.explained(personId)) {
            List<KeptReason> before = reasons.read(membership.because);
            List<KeptReason> after = before.stream()
                    .filter(reason -> open.contains(reason.held()) || matchOnly.contains(reason.held()))
                    .map(reason -> reason.kept(matchOnly.contains(reason.held())))
                    .toList();
            replace(membership, before, after);
        }
    }

    /**
     * Has proposals that somebody is in tell these tags only to those who hold them too. To be called when they have come to be
     * held for matching only. What a group has formed for, or was founded for, stays the group's.
     */
    @Transactional
    public void keepQuiet(UUID personId, Set<UUID> matchOnly) {
        for (UUID groupId : repository.proposalsTelling(matchOnly, personId)) {
            PeerGroup group = repository.locked(groupId).orElseThrow(() -> unknown(groupId));
            GroupTag.update("disclosed = false where groupId = ?1 and tagId in ?2", group.id, matchOnly);
            log.note(Topic.GROUPS, group.id);
        }
    }

    private void replace(Membership membership, List<KeptReason> before, List<KeptReason> after) {
        if (!after.equals(before)) {
            membership.because = reasons.write(after);
            if (after.size() < before.size()) {
                membership.affinity =
                        after.stream().mapToDouble(KeptReason::contribution).sum();
            }
        }
    }

    /**
     * Lets go of the reasons that these people have by a tag since another became one with it; those of before go back with
     * their groups. Within the transaction of the move back.
     */
    public void letGoOfReasons(TagMove move, Collection<UUID> people) {
        for (Membership membership : Membership.explainedBy(move.to(), people)) {
            if (!MovedReasons.has(move.id(), membership)) {
                List<KeptReason> before = reasons.read(membership.because);
                replace(
                        membership,
                        before,
                        before.stream()
                                .filter(reason -> !reason.held().equals(move.to()))
                                .toList());
            }
        }
    }

    // --- reading

    /**
     * One group, as the caller sees it.
     *
     * @throws Problem UNKNOWN where no group has this id
     */
    @Transactional
    public GroupView view(UUID id) {
        return views.show(repository.byIds(List.of(id)), Reader.of(caller), false).stream()
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    /**
     * Groups as the person who asks sees them, to whom they are offered or who is invited to them; those that are over
     * meanwhile are left out.
     *
     * @param kept of these, groups that keep a place for them
     * @param held tags that they hold
     * @param words what the tags of the groups are called
     */
    @Transactional
    public List<GroupView> viewOffered(
            List<OpenGroup> offered, Set<UUID> kept, Set<UUID> held, Map<UUID, KnownTag> words) {
        return views.offer(offered, kept, caller.personId(), held, words);
    }

    /** Groups in the order of their ids. */
    @Transactional
    Page<GroupView> list(GroupQuery query, PageRequest page) {
        UUID after = page.afterId().orElse(GroupRepository.START);
        List<GroupView> found = filterOf(query)
                .map(filter -> repository.after(filter, after, page.limit() + 1))
                .map(rows -> views.show(rows, Reader.of(caller), query.withMembers()))
                .orElse(List.of());
        return Page.of(found, page.limit(), group -> group.id().toString());
    }

    /** Empty where it asks for a tag that nobody has used: then there is nothing to find. */
    private Optional<GroupFilter> filterOf(GroupQuery query) {
        GroupState state = query.state();
        UUID formation = query.formation();
        if (query.tag().isEmpty()) {
            return Optional.of(new GroupFilter(null, state, formation));
        }
        return query.tag().flatMap(tags::find).map(tag -> new GroupFilter(tag.id(), state, formation));
    }

    /**
     * Who is in a group and why, for its members and the operator.
     *
     * @throws Problem UNKNOWN where no group has this id, FORBIDDEN for everybody else
     */
    @Transactional
    List<MemberView> members(UUID groupId) {
        if (repository.findByIdOptional(groupId).isEmpty()) {
            throw unknown(groupId);
        }
        Reader reader = Reader.of(caller);
        if (reader.personId() != null
                && repository.membershipsOf(reader.personId(), List.of(groupId)).isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "not-a-member");
        }
        return views.members(groupId, reader);
    }

    /** What the person who asks is invited to and active in. */
    @Transactional
    Page<MyGroupView> mine(@Nullable MembershipState state, PageRequest page) {
        List<MemberRow> memberships = repository.currentOf(
                caller.personId(),
                state == null ? CURRENT : Set.of(state),
                page.afterId().orElse(GroupRepository.START),
                page.limit() + 1);
        return Page.of(
                views.mine(memberships, Reader.of(caller)),
                page.limit(),
                mine -> mine.group().id().toString());
    }

    /** The same of one state, at most so many, oldest first. */
    @Transactional
    public List<MyGroupView> mine(MembershipState state, int limit) {
        return views.mine(
                repository.currentOf(caller.personId(), Set.of(state), GroupRepository.START, limit),
                Reader.of(caller));
    }

    // --- acting: each act holds the person still, who might be leaving, then the group, for its counters and its
    // places

    /** Begins a group by hand; whoever does is its first member, and nothing more than that. */
    GroupView found(NewGroup wish) {
        UUID founder = caller.personId();
        Terms own = people.termsOf(List.of(founder)).get(founder);
        Terms.Company sizes = wish.sizes(own == null ? null : own.company());
        List<KnownTag> purpose = resolved(tagsOf(wish, sizes));
        return QuarkusTransaction.joiningExisting().call(() -> {
            SortedSet<UUID> party = heldStill(founder);
            var group = new PeerGroup(
                    wish.name().strip(),
                    wish.purpose().statement().strip(),
                    sizes.least(),
                    sizes.most(),
                    clock.instant());
            group.joined();
            group.persist();
            for (int i = 0; i < purpose.size(); i++) {
                new GroupTag(group, purpose.get(i).id(), i).persist();
            }
            new Membership(group.id, founder, clock.instant()).persist();
            log.note(Topic.GROUPS, group.id);
            taken.fire(new PlaceTaken(group.id, founder));
            if (party.size() > 1 && !fellowship.admits(founder, Set.of(), frame(group))) {
                throw new Problem(Problem.Kind.CONFLICT, "companions-cannot-come");
            }
            bring(group, party);
            return view(group.id);
        });
    }

    /**
     * The tags of a wish in which everything is right.
     *
     * @throws Problem INVALID with each place that is wrong
     */
    private List<TagName> tagsOf(NewGroup wish, Terms.Company sizes) {
        var findings = Findings.of(wish, validator);
        if (sizes.least() > sizes.most()) {
            findings.add("/maxSize", "out-of-range.least", Map.of("least", sizes.least()));
        }
        List<String> written = wish.purpose() == null || wish.purpose().tags() == null
                ? List.of()
                : wish.purpose().tags();
        List<TagName> names = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            String tag = written.get(i);
            if (tag != null) {
                findings.read("/purpose/tags/" + i, () -> TagName.of(tag)).ifPresent(names::add);
            }
        }
        findings.expectNone();
        return names;
    }

    /** The tags of these names, each once. */
    private List<KnownTag> resolved(List<TagName> names) {
        Map<String, KnownTag> known = tags.resolve(names);
        return names.stream()
                .flatMap(name -> Stream.ofNullable(known.get(name.name())))
                .distinct()
                .toList();
    }

    /**
     * Accepts an invitation, or takes an open place.
     *
     * @throws Problem CONFLICT where the group is closed, or has no place for the person who asks: also where somebody in
     *     it must not meet them, or not on their terms, which looks the same from outside
     */
    GroupView join(UUID groupId) {
        // an invitation that ends here ends although it is refused
        return QuarkusTransaction.joiningExisting().call(() -> joined(groupId)).orElseThrow(Groups::full);
    }

    private Optional<GroupView> joined(UUID groupId) {
        UUID me = caller.personId();
        SortedSet<UUID> party = heldStill(me);
        PeerGroup group = locked(groupId);
        if (group.isClosed()) {
            throw new Problem(Problem.Kind.CONFLICT, "group-closed");
        }
        Membership mine = Membership.of(groupId, me);
        if (mine == null || !mine.isCurrent()) {
            takePlace(group, me, mine, party);
        } else if (mine.state == MembershipState.INVITED && !invitations.accept(group, mine)) {
            return Optional.empty();
        }
        return Optional.of(view(groupId));
    }

    private void takePlace(PeerGroup group, UUID me, @Nullable Membership former, Set<UUID> party) {
        Set<UUID> members = membersNow(group);
        if (group.isFull()
                || !Collections.disjoint(safety.apartFrom(me), members)
                || !fellowship.admits(me, members, frame(group))) {
            throw full();
        }
        if (former == null) {
            new Membership(group.id, me, clock.instant()).persist();
        } else {
            former.activate(clock.instant());
        }
        news.joined(group.id, me, group.joined());
        log.note(Topic.GROUPS, group.id);
        taken.fire(new PlaceTaken(group.id, me));
        bring(group, party);
    }

    /** Somebody and all who come only together with them, none of whom leaves meanwhile; in one order for everybody. */
    private SortedSet<UUID> heldStill(UUID personId) {
        SortedSet<UUID> party = safety.partyOf(personId);
        party.forEach(people::holdStill);
        return party;
    }

    /**
     * Keeps a place for each of these who has none.
     *
     * @throws Problem CONFLICT where one of them has said no, or left
     */
    private void bring(PeerGroup group, Set<UUID> party) {
        for (UUID companion : party) {
            Membership before = Membership.of(group.id, companion);
            if (before == null) {
                group.invited();
                Membership.invited(group.id, companion, clock.instant()).persist();
                news.invited(group.id, companion);
                taken.fire(new PlaceTaken(group.id, companion));
            } else if (!before.isCurrent()) {
                throw full();
            }
        }
    }

    private Frame frame(PeerGroup group) {
        return Objects.requireNonNull(repository.frames(List.of(group.id)).get(group.id));
    }

    private Set<UUID> membersNow(PeerGroup group) {
        return repository.members(List.of(group.id)).getOrDefault(group.id, List.of()).stream()
                .map(MemberRow::personId)
                .collect(Collectors.toSet());
    }

    /**
     * Ends invitations that cannot be accepted any more, in all groups that this person is invited to or active in: each
     * group in a transaction of its own. To be called when it has changed with whom the person may be in a group.
     */
    public void reviewInvitations(UUID personId) {
        List<UUID> doubtful = QuarkusTransaction.requiringNew()
                .call(() -> invitations.withLost(
                        repository.currentOf(personId, CURRENT, GroupRepository.START, Integer.MAX_VALUE).stream()
                                .map(MemberRow::groupId)
                                .toList()));
        doubtful.forEach(groupId -> QuarkusTransaction.requiringNew().run(() -> invitations.endLost(locked(groupId))));
    }

    /**
     * Declines an invitation, or leaves; once is enough.
     *
     * @throws Problem UNKNOWN where the person who asks has never been in this group, or is invited no longer
     */
    @Transactional
    void leave(UUID groupId) {
        UUID me = caller.personId();
        people.holdStill(me);
        PeerGroup group = locked(groupId);
        Membership mine = Membership.of(groupId, me);
        if (mine == null) {
            throw new Problem(Problem.Kind.UNKNOWN, "not-a-member.never");
        }
        release(group, mine);
    }

    /** Somebody leaves altogether: their places open, and where they were the last, the group is over. */
    void letGo(@Observes PersonLeaving leaving) {
        safety.comeWithoutWhoeverLeaves(leaving.personId());
        for (UUID groupId : repository.groupsOf(leaving.personId())) {
            PeerGroup group = locked(groupId);
            Membership theirs = Membership.of(groupId, leaving.personId());
            if (theirs != null) {
                release(group, theirs);
            }
        }
    }

    private void release(PeerGroup group, Membership membership) {
        if (!membership.isCurrent()) {
            return;
        }
        boolean wasActive = membership.state == MembershipState.ACTIVE;
        boolean over = group.left(wasActive, clock.instant());
        membership.end(clock.instant());
        log.note(Topic.GROUPS, group.id);
        if (wasActive) {
            news.left(group.id, membership.personId);
        }
        if (over) {
            news.emptied(group.id);
        }
        invitations.endLost(group);
    }

    private PeerGroup locked(UUID id) {
        try {
            return repository.locked(id).orElseThrow(() -> unknown(id));
        } catch (LockTimeoutException | PessimisticLockException e) {
            throw new Problem(Problem.Kind.UNAVAILABLE, "group-busy");
        }
    }

    private static Problem unknown(UUID id) {
        return new Problem(Problem.Kind.UNKNOWN, "unknown-group", Map.of("id", id));
    }

    private static Problem full() {
        return new Problem(Problem.Kind.CONFLICT, "group-full");
    }
}
