package org.coterie.groups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;

/**
 * Writes how many groups go on through one connection, some hundred at a time: each group's row first, so that nobody
 * else changes it meanwhile, and only those further whose row is still as it was thought to be.
 */
final class ContinuationBatch implements AutoCloseable {

    private static final int AT_A_TIME = 500;

    private final Connection connection;
    private final PreparedStatement proposal;
    private final PreparedStatement answered;
    private final PreparedStatement release;
    private final SeatBatch seats;
    private final PreparedStatement count;
    private final UUID formationId;
    private final int minAsked;
    private final int maxSize;
    private final List<Continuation> proposals = new ArrayList<>();
    private final List<Continuation> others = new ArrayList<>();
    private final List<UUID> changed = new ArrayList<>();
    private final List<Membership.Key> released = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Instant now;

    /** Proposals come from this formation from now on, and are for as many people as it makes groups of. */
    ContinuationBatch(
            Connection connection, ReasonStore reasons, UUID formationId, int minAsked, int maxSize, Instant now)
            throws SQLException {
        this.connection = connection;
        this.proposal = connection.prepareStatement("""
                update peer_group set formation_id = ?, min_asked = ?, min_size = ?, max_size = ?, cohesion = ?
                where id = ? and state = 'PROPOSED' and active_count = 0
                """);
        this.answered = connection.prepareStatement("""
                update peer_group
                set cohesion = ?,
                    min_size = case
                        when state = 'PROPOSED' and min_asked is not null and min_size < ? then least(max_size, ?)
                        else min_size end
                where id = ? and state in ('PROPOSED', 'ACTIVE', 'QUIET') and active_count > 0
                  and member_count + ? <= max_size
                """);
        this.release = connection.prepareStatement("""
                delete from membership where group_id = ? and person_id = ? and state = 'INVITED'
                """);
        this.seats = new SeatBatch(connection, reasons, now.atOffset(ZoneOffset.UTC));
        this.count = connection.prepareStatement("""
                update peer_group g
                set member_count = (
                    select count(*) from membership m where m.group_id = g.id and m.state in ('INVITED', 'ACTIVE'))
                where g.id = ?
                """);
        this.formationId = formationId;
        this.minAsked = minAsked;
        this.maxSize = maxSize;
        this.now = now;
    }

    void add(Continuation continuation) throws SQLException {
        (continuation.answered() ? others : proposals).add(continuation);
        if (proposals.size() + others.size() == AT_A_TIME) {
            write();
        }
    }

    void write() throws SQLException {
        for (Continuation one : proposals) {
            proposal.setObject(1, formationId);
            proposal.setInt(2, minAsked);
            proposal.setInt(3, one.minSize());
            proposal.setInt(4, maxSize);
            proposal.setDouble(5, one.cohesion());
            proposal.setObject(6, one.groupId());
            proposal.addBatch();
        }
        for (Continuation one : others) {
            answered.setDouble(1, one.cohesion());
            answered.setInt(2, one.minSize());
            answered.setInt(3, one.minSize());
            answered.setObject(4, one.groupId());
            answered.setInt(5, one.seats().size());
            answered.addBatch();
        }
        writePlaces(proposals, proposal.executeBatch());
        writePlaces(others, answered.executeBatch());
        int[] ended = release.executeBatch();
        for (int i = 0; i < ended.length; i++) {
            Membership.Key one = released.get(i);
            if (ended[i] == 1) {
                facts.add(Fact.invitationEnded(one.groupId(), List.of(one.personId())));
            }
        }
        seats.write();
        count.executeBatch();
        ChangeLog.noteAll(Topic.GROUPS, changed, connection);
        Events.tellAll(facts, now, connection);
        changed.clear();
        released.clear();
        facts.clear();
        proposals.clear();
        others.clear();
    }

    private void writePlaces(List<Continuation> continuations, int[] found) throws SQLException {
        for (int i = 0; i < found.length; i++) {
            Continuation one = continuations.get(i);
            if (found[i] == 1) {
                changed.add(one.groupId());
            }
            if (found[i] == 1 && !(one.seats().isEmpty() && one.released().isEmpty())) {
                writePlaces(one);
            }
        }
    }

    private void writePlaces(Continuation one) throws SQLException {
        for (UUID person : one.released()) {
            release.setObject(1, one.groupId());
            release.setObject(2, person);
            release.addBatch();
            released.add(new Membership.Key(one.groupId(), person));
        }
        for (Seat taken : one.seats()) {
            seats.add(one.groupId(), taken);
        }
        if (!one.seats().isEmpty()) {
            facts.add(Fact.invitationSent(
                    one.groupId(), one.seats().stream().map(Seat::personId).toList()));
        }
        count.setObject(1, one.groupId());
        count.addBatch();
    }

    @Override
    public void close() throws SQLException {
        try (proposal;
                answered;
                release;
                seats;
                count) {
            proposals.clear();
            others.clear();
        }
    }
}
