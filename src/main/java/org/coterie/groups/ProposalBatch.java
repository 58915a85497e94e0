package org.coterie.groups;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.coterie.events.Events;
import org.coterie.events.Fact;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.IdOrder;
import org.jspecify.annotations.Nullable;

/**
 * Writes many proposals through one connection, some thousand at a time: each time pages all over the indexes by person and by
 * tag are written, a person and a tag after the other.
 */
final class ProposalBatch implements AutoCloseable {

    private static final int AT_A_TIME = 20_000;

    private final Connection connection;
    private final PreparedStatement group;
    private final PreparedStatement tag;
    private final SeatBatch seats;
    private final OffsetDateTime now;
    private final List<UUID> ids = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    private record Part(UUID groupId, PurposeTag tag, int position) {

        UUID tagId() {
            return tag.tagId();
        }
    }

    ProposalBatch(Connection connection, ReasonStore reasons, Instant now) throws SQLException {
        this.connection = connection;
        this.group = connection.prepareStatement("""
                insert into peer_group (id, state, min_size, max_size, member_count, active_count,
                                        cohesion, formation_id, created_at, min_asked)
                values (?, 'PROPOSED', ?, ?, ?, 0, ?, ?, ?, ?)
                """);
        this.tag = connection.prepareStatement("""
                insert into group_tag (group_id, tag_id, position, disclosed) values (?, ?, ?, ?)
                """);
        this.seats = new SeatBatch(connection, reasons, now.atOffset(ZoneOffset.UTC));
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    void add(Proposal proposal) throws SQLException {
        addGroup(proposal);
        addPurpose(proposal);
        addSeats(proposal);
        ids.add(proposal.id());
        facts.add(Fact.invitationSent(
                proposal.id(), proposal.seats().stream().map(Seat::personId).toList()));
        if (ids.size() == AT_A_TIME) {
            write();
        }
    }

    private void addGroup(Proposal proposal) throws SQLException {
        group.setObject(1, proposal.id());
        group.setInt(2, proposal.minSize());
        group.setInt(3, proposal.maxSize());
        group.setInt(4, proposal.seats().size());
        group.setDouble(5, proposal.cohesion());
        setId(6, proposal.formationId());
        group.setObject(7, now);
        group.setInt(8, proposal.minAsked());
        group.addBatch();
    }

    private void setId(int position, @Nullable UUID id) throws SQLException {
        if (id == null) {
            group.setNull(position, Types.OTHER);
        } else {
            group.setObject(position, id);
        }
    }

    private void addPurpose(Proposal proposal) {
        List<PurposeTag> purpose = proposal.purpose();
        for (int i = 0; i < purpose.size(); i++) {
            parts.add(new Part(proposal.id(), purpose.get(i), i));
        }
    }

    private void writeParts() throws SQLException {
        parts.sort(Comparator.comparing(Part::tagId, IdOrder::compare));
        for (Part part : parts) {
            tag.setObject(1, part.groupId);
            tag.setObject(2, part.tagId());
            tag.setInt(3, part.position);
            tag.setBoolean(4, part.tag.disclosed());
            tag.addBatch();
        }
        tag.executeBatch();
        parts.clear();
    }

    private void addSeats(Proposal proposal) {
        for (Seat taken : proposal.seats()) {
            seats.add(proposal.id(), taken);
        }
    }

    /** Groups first: the others refer to them. */
    void write() throws SQLException {
        group.executeBatch();
        writeParts();
        seats.write();
        ChangeLog.noteAll(Topic.GROUPS, ids, connection);
        Events.tellAll(facts, now.toInstant(), connection);
        ids.clear();
        facts.clear();
    }

    @Override
    public void close() throws SQLException {
        try (group;
                tag;
                seats) {
            ids.clear();
        }
    }
}
