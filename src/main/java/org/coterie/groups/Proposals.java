package org.coterie.groups;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;

/** Proposing groups, and how those go on that there are: for whoever finds out who belongs together. */
@ApplicationScoped
public class Proposals {

    private final AgroalDataSource database;
    private final Clock clock;
    private final ReasonStore reasons;
    private final GroupRepository repository;
    private final ChangeLog log;
    private final News news;
    private final Places places;

    Proposals(
            AgroalDataSource database,
            Clock clock,
            ReasonStore reasons,
            GroupRepository repository,
            ChangeLog log,
            News news,
            Places places) {
        this.database = database;
        this.clock = clock;
        this.reasons = reasons;
        this.repository = repository;
        this.log = log;
        this.news = news;
        this.places = places;
    }

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
     * Invites somebody into the first of these proposals that has too few people to come about and takes them, as part of the
     * current transaction.
     *
     * @return false where they come only together with others, or each has enough by now or is over, or they do not suit those who are
     *     in it, or have been in it before
     */
    @Transactional
    public boolean invite(List<UUID> groupIds, UUID personId) {
        return places.keepOne(groupIds, personId);
    }

    /**
     * Stores how groups that there are go on, as part of the current transaction and in constant memory: proposals come
     * from this formation from now on, and are for as many people as it makes groups of. What somebody has changed meanwhile stays as they left it.
     *
     * <p>The caller answers for hard rules, as with {@link #propose}.
     */
    @Transactional
    public void carryOn(Stream<Continuation> continuations, UUID formationId, int minAsked, int maxSize) {
        repository.flush();
        try (var connection = database.getConnection();
                var batch =
                        new ContinuationBatch(connection, reasons, formationId, minAsked, maxSize, clock.instant());
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
}
