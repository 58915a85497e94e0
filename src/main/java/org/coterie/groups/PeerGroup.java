package org.coterie.groups;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A few people with a purpose. Whoever changes it, or a membership of it, has locked its row. */
@Entity
class PeerGroup extends PanacheEntityBase {

    @Id
    UUID id;

    /** As its founder calls it; null where it was proposed, and is called by its purpose. */
    @Nullable
    String name;

    /** In its founder's words; null where it was proposed. */
    @Nullable
    String statement;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    GroupState state;

    @Nullable
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    ClosedBecause closedBecause;

    int minSize;

    /** How many it would take if nobody who is invited wanted more; null where it was made by hand. */
    @Nullable
    Integer minAsked;

    int maxSize;
    int memberCount;
    int activeCount;

    @Nullable
    Double cohesion;

    @Nullable
    UUID formationId;

    Instant createdAt;

    @Nullable
    Instant closedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    PeerGroup() {}

    /** A group made by hand, still without anybody in it. */
    PeerGroup(String name, String statement, int minSize, int maxSize, Instant createdAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.name = name;
        this.statement = statement;
        this.state = GroupState.PROPOSED;
        this.minSize = minSize;
        this.maxSize = maxSize;
        this.createdAt = createdAt;
    }

    boolean isClosed() {
        return state == GroupState.CLOSED;
    }

    boolean isFull() {
        return memberCount >= maxSize;
    }

    /**
     * Somebody for whom a place was kept becomes active.
     *
     * @return whether the group becomes so by that
     */
    boolean accepted() {
        activeCount++;
        return comesAbout();
    }

    /** Whether it was not made by hand, and not enough people have said yes to it yet. */
    boolean isProposal() {
        return state == GroupState.PROPOSED && minAsked != null;
    }

    /** Whether it was proposed and has fewer people by now than it takes to come about, even if all who are invited accept. */
    boolean isTooSmall() {
        return isProposal() && memberCount < minSize;
    }

    /** Whether it has come about and all who were active in it have left: nobody is there whom the invited could come to. */
    boolean isAbandoned() {
        return state != GroupState.PROPOSED && !isClosed() && activeCount == 0;
    }

    /** How many more people it takes at least to come about, all who are invited counted. */
    int missing() {
        return minSize - memberCount;
    }

    /**
     * A proposal waits for as many people as those who are in it want; for more than before only as far as so many are in it,
     * so that nobody holds up the others for whoever may come.
     *
     * @param mostWanted how many they want
     * @return whether it becomes active by that
     */
    boolean waitsFor(int mostWanted) {
        int most = Math.min(mostWanted, Math.max(minSize, memberCount));
        minSize = Math.max(Objects.requireNonNullElse(minAsked, minSize), most);
        return comesAbout();
    }

    private boolean comesAbout() {
        boolean comesAbout = state == GroupState.PROPOSED && activeCount >= minSize;
        if (comesAbout) {
            state = GroupState.ACTIVE;
        }
        return comesAbout;
    }

    /** A place is taken, or kept for somebody. */
    void invited() {
        memberCount++;
    }

    /**
     * Somebody takes a place that was open.
     *
     * @return whether the group becomes active by that
     */
    boolean joined() {
        memberCount++;
        return accepted();
    }

    /**
     * Somebody gives their place up; when nobody is left, it is over.
     *
     * @return whether it is by that
     */
    boolean left(boolean wasActive, Instant now) {
        memberCount--;
        if (wasActive) {
            activeCount--;
        }
        boolean over = memberCount == 0 && !isClosed();
        if (over) {
            state = GroupState.CLOSED;
            closedBecause = ClosedBecause.EMPTY;
            closedAt = now;
        }
        return over;
    }
}
