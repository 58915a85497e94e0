package org.coterie.safety;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** Keeps people apart who must not meet, without telling the other. */
@ApplicationScoped
public class Safety {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int ROWS_AT_A_TIME = 1_000;

    private final AgroalDataSource database;
    private final Caller caller;
    private final Clock clock;
    private final Event<BlockLifted> lifted;
    private final People people;

    Safety(AgroalDataSource database, Caller caller, Clock clock, Event<BlockLifted> lifted, People people) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
        this.lifted = lifted;
        this.people = people;
    }

    /**
     * Keeps the person who asks and this one apart from now on; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    public void block(UUID personId) {
        UUID me = caller.personId();
        if (me.equals(personId)) {
            throw new Problem(Problem.Kind.INVALID, "own-id", "You cannot block yourself.");
        }
        people.find(personId);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                people.holdStill(me);
                if (Block.findById(new Block.Key(me, personId)) == null) {
                    new Block(me, personId, clock.instant()).persistAndFlush();
                }
            });
        } catch (PersistenceException e) {
            // the same request at the same moment was first, which is as good
            if (!(e instanceof ConstraintViolationException violated && violated.getKind() == ConstraintKind.UNIQUE)) {
                throw e;
            }
        }
    }

    /** Takes the caller's own block back, if there is one; what the other asked for stays. */
    @Transactional
    public void unblock(UUID personId) {
        UUID me = caller.personId();
        if (Block.deleteById(new Block.Key(me, personId))) {
            lifted.fire(new BlockLifted(me));
        }
    }

    /** Whom the person who asks has blocked. */
    @Transactional
    Page<BlockView> mine(PageRequest page) {
        List<Block> blocks = Block.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1);
        var blocked =
                people.findAll(blocks.stream().map(block -> block.blockedId).toList());
        // who leaves at this very moment takes the block along
        List<BlockView> views = blocks.stream()
                .flatMap(block -> java.util.stream.Stream.ofNullable(blocked.get(block.blockedId))
                        .map(person -> BlockView.of(block, person)))
                .toList();
        return Page.of(views, page.limit(), view -> view.personId().toString());
    }

    /** Everybody who must not meet this person, whoever of them asked for it. */
    @Transactional
    public Set<UUID> apartFrom(UUID personId) {
        return Block.apartFrom(personId);
    }

    /** Whether these two must not meet, whoever of them asked for it. */
    @Transactional
    public boolean apart(UUID one, UUID other) {
        return Block.between(one, other);
    }

    /** Streams every block, in constant memory. */
    @Transactional
    public void eachBlock(BlockSink sink) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select person_id, blocked_id from block")) {
            // PostgreSQL reads on demand only where a fetch size is set
            select.setFetchSize(ROWS_AT_A_TIME);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sink.accept(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
