package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Problem;

/** Never being brought together with somebody, without their knowing. */
@ApplicationScoped
public class Blocks {

    private static final UUID FIRST = new UUID(0, 0);

    private final Caller caller;
    private final Event<CompanyChanged> changed;
    private final Clock clock;
    private final Companions companions;
    private final People people;
    private final Precondition precondition;
    private final Said said;

    Blocks(
            Caller caller,
            Event<CompanyChanged> changed,
            Clock clock,
            Companions companions,
            People people,
            Precondition precondition,
            Said said) {
        this.caller = caller;
        this.changed = changed;
        this.clock = clock;
        this.companions = companions;
        this.people = people;
        this.precondition = precondition;
        this.said = said;
    }

    /**
     * Keeps the person who asks and this one apart from now on; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    void block(UUID personId) {
        said.once(personId, me -> {
            Block before = Block.findById(new Block.Key(me, personId));
            precondition.expectAsRead(before, this::viewOf);
            if (before == null) {
                new Block(me, personId, clock.instant()).persistAndFlush();
                changed.fire(new CompanyChanged(List.of(me)));
            }
            // nobody is kept from groups by somebody they want to be apart from
            companions.part(me, personId);
        });
    }

    /** Takes the caller's own block back, if there is one; what the other asked for stays. */
    @Transactional
    void unblock(UUID personId) {
        UUID me = caller.personId();
        people.holdStill(me);
        precondition.expectAsRead(Block.<Block>findById(new Block.Key(me, personId)), this::viewOf);
        if (Block.deleteById(new Block.Key(me, personId))) {
            changed.fire(new CompanyChanged(List.of(me)));
        }
    }

    /**
     * What the person who asks has said of this one.
     *
     * @throws Problem UNKNOWN where they have not
     */
    @Transactional
    BlockView one(UUID personId) {
        return Said.expect(Block.<Block>findByIdOptional(new Block.Key(caller.personId(), personId)), this::viewOf);
    }

    private BlockView viewOf(Block block) {
        return BlockView.of(block, people.find(block.blockedId));
    }

    /** Whom the person who asks has blocked. */
    @Transactional
    Page<BlockView> list(PageRequest page) {
        Page<Block> blocks = Page.of(
                Block.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1),
                page.limit(),
                block -> block.blockedId.toString());
        var blocked = people.findAll(
                blocks.items().stream().map(block -> block.blockedId).toList());
        // who leaves at this very moment takes the block along
        return blocks.mapKnown(
                block -> Optional.ofNullable(blocked.get(block.blockedId)).map(person -> BlockView.of(block, person)));
    }

    /** Whom they have blocked. */
    @Transactional
    public Set<UUID> blockedBy(UUID personId) {
        return Block.blockedBy(personId);
    }
}
