package org.coterie.safety;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.people.People;
import org.coterie.problem.Problem;

/** Never being in one group with somebody, without their knowing. */
@ApplicationScoped
class Avoids {

    private static final UUID FIRST = new UUID(0, 0);

    private final Caller caller;
    private final Event<CompanyChanged> changed;
    private final Clock clock;
    private final Companions companions;
    private final People people;
    private final Precondition precondition;
    private final Said said;

    Avoids(
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
     * Keeps the person who asks and this one out of one group from now on; once is enough.
     *
     * @throws Problem UNKNOWN where nobody has this id, INVALID for oneself
     */
    void avoid(UUID personId) {
        said.once(personId, me -> {
            Avoid before = Avoid.findById(new Avoid.Key(me, personId));
            precondition.expectAsRead(before, this::viewOf);
            if (before == null) {
                new Avoid(me, personId, clock.instant()).persistAndFlush();
                changed.fire(new CompanyChanged(List.of(me)));
            }
            companions.part(me, personId);
        });
    }

    /** Lets the caller avoid this person no longer, if they did; whether the other does stays. */
    @Transactional
    void unavoid(UUID personId) {
        UUID me = caller.personId();
        people.holdStill(me);
        precondition.expectAsRead(Avoid.<Avoid>findById(new Avoid.Key(me, personId)), this::viewOf);
        if (Avoid.deleteById(new Avoid.Key(me, personId))) {
            changed.fire(new CompanyChanged(List.of(me)));
        }
    }

    /**
     * What the person who asks has said of this one.
     *
     * @throws Problem UNKNOWN where they have not
     */
    @Transactional
    AvoidView one(UUID personId) {
        return Said.expect(Avoid.<Avoid>findByIdOptional(new Avoid.Key(caller.personId(), personId)), this::viewOf);
    }

    private AvoidView viewOf(Avoid avoid) {
        return AvoidView.of(avoid, people.find(avoid.avoidedId));
    }

    /** Whom the person who asks avoids. */
    @Transactional
    Page<AvoidView> list(PageRequest page) {
        Page<Avoid> avoids = Page.of(
                Avoid.of(caller.personId(), page.afterId().orElse(FIRST), page.limit() + 1),
                page.limit(),
                avoid -> avoid.avoidedId.toString());
        var avoided = people.findAll(
                avoids.items().stream().map(avoid -> avoid.avoidedId).toList());
        // who leaves at this very moment takes along that they are avoided
        return avoids.mapKnown(
                avoid -> Optional.ofNullable(avoided.get(avoid.avoidedId)).map(person -> AvoidView.of(avoid, person)));
    }
}
