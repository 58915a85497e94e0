package org.coterie.formation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.coterie.groups.Invitations;
import org.coterie.groups.ProposalTooSmall;
import org.coterie.groups.Proposals;
import org.coterie.groups.Roster;
import org.coterie.groups.Seat;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.live.Live;
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.jboss.logging.Logger;

/**
 * Two people who share a rare interest are a pair; the moment a third says so too, they are proposed as a group, without
 * anybody asking for it; and where two are left of a proposal, the third is invited into it, see {@link Vacancies}. Only
 * people who are in no group are looked at.
 *
 * <p>It is looked for right after somebody has said something new (see {@link Consequences}), which it never fails or
 * delays for long; and where one of many who came in at once asks what suits them. While a formation is about to
 * place everybody anyway, and where another such group is being proposed for too long, it is put off until later.
 */
@ApplicationScoped
class ThirdPerson {

    private static final Logger LOG = Logger.getLogger(ThirdPerson.class);

    private static final int TURN_SECONDS = 2;
    private static final int WORK_SECONDS = 30;

    /** So many people can be put off; whoever comes later waits for the next formation or the next change. */
    private static final int MOST_POSTPONED = 10_000;

    private final WhoWaits company;
    private final Interests interests;
    private final Invitations invitations;
    private final Live live;
    private final People people;
    private final Proposals proposals;
    private final Roster roster;
    private final SmallCircle circle;
    private final Meanwhile meanwhile;
    private final Turn turn;
    private final Vacancies vacancies;
    private final FormationConfig config;
    private final Clock clock;
    private final Set<UUID> postponed = ConcurrentHashMap.newKeySet();

    ThirdPerson(
            WhoWaits company,
            Interests interests,
            Invitations invitations,
            Live live,
            People people,
            Proposals proposals,
            Roster roster,
            SmallCircle circle,
            Meanwhile meanwhile,
            Turn turn,
            Vacancies vacancies,
            FormationConfig config,
            Clock clock) {
        this.company = company;
        this.interests = interests;
        this.invitations = invitations;
        this.live = live;
        this.people = people;
        this.proposals = proposals;
        this.roster = roster;
        this.circle = circle;
        this.meanwhile = meanwhile;
        this.turn = turn;
        this.vacancies = vacancies;
        this.config = config;
        this.clock = clock;
    }

    /** Whether it is looked for later if this person completes a group. */
    boolean isPutOff(UUID personId) {
        return postponed.contains(personId);
    }

    /** Tries again for whoever was put off, in no hurry. */
    void catchUp() {
        for (UUID person : List.copyOf(postponed)) {
            catchUp(person);
        }
    }

    /** Tries again for this person, if they were put off. */
    void catchUp(UUID personId) {
        if (postponed.remove(personId)) {
            appeared(personId);
        }
    }

    /** Looks whether those who wait already complete a proposal. */
    void isWanted(ProposalTooSmall proposal) {
        try {
            live.catchUp();
            int missing = proposal.missing();
            for (UUID person : vacancies.whoWaits(proposal.tagIds())) {
                if (missing > 0 && appeared(person)) {
                    missing--;
                }
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "Who completes a proposal could not be found out");
        }
    }

    /** Looks whether this person completes a group, and proposes it; whether there was one. */
    boolean appeared(UUID personId) {
        try {
            live.catchUp();
            if (isWorthTrying(personId)) {
                Map<UUID, Terms> seated = QuarkusTransaction.requiringNew()
                        .timeout(WORK_SECONDS)
                        .call(() -> {
                            turn.take(Turn.Right.FORM, TURN_SECONDS);
                            if (isFormationAtWork()) {
                                postpone(personId);
                                return Map.of();
                            }
                            return propose(personId);
                        });
                settle(seated);
                return !seated.isEmpty();
            }
        } catch (Turn.Taken e) {
            LOG.debugf(e, "A group around %s is looked for later", personId);
            postpone(personId);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Whether %s completes a group could not be found out, and is looked at later", personId);
            postpone(personId);
        }
        return false;
    }

    /** Whoever left, or changed their terms, while they were given a place could not see it. */
    void settle(Map<UUID, Terms> seated) {
        meanwhile.letGo(seated.keySet());
        Map<UUID, Terms> now = QuarkusTransaction.requiringNew().call(() -> people.termsOf(seated.keySet()));
        now.forEach((person, terms) -> {
            if (!terms.equals(seated.get(person))) {
                invitations.review(person);
            }
        });
    }

    /** Looks without the right to propose: most people complete nothing. */
    private boolean isWorthTrying(UUID personId) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (isFormationAtWork()) {
                postpone(personId);
                return false;
            }
            List<Holding> mine = interests.of(List.of(personId));
            return vacancies.anyFor(mine, personId)
                    || 1 + company.of(personId, mine).size() >= config.minSize();
        });
    }

    private boolean isFormationAtWork() {
        return Formation.anyChangingGroups(clock.instant());
    }

    private void postpone(UUID personId) {
        if (postponed.size() < MOST_POSTPONED) {
            postponed.add(personId);
        }
    }

    /** What memory says may be overtaken: whoever had the right to propose before has just seated somebody. */
    private Set<UUID> seatedByNow(UUID personId, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(others);
        all.add(personId);
        return roster.seated(all);
    }

    /** Proposes a group, or a place in one, if there is one, and tells who is newly in it, and on which terms. */
    private Map<UUID, Terms> propose(UUID personId) {
        List<Holding> mine = interests.of(List.of(personId));
        Set<UUID> others = new LinkedHashSet<>(company.of(personId, mine));
        Set<UUID> seated = seatedByNow(personId, others);
        if (seated.contains(personId)) {
            return Map.of();
        }
        if (vacancies.fill(mine, personId)) {
            return people.termsOf(List.of(personId));
        }
        others.removeAll(seated);
        Circle among = circle.of(personId, others);
        return among.group()
                .map(group -> {
                    proposals.propose(Stream.of(group));
                    Map<UUID, Terms> placed = new HashMap<>(among.terms());
                    placed.keySet()
                            .retainAll(
                                    group.seats().stream().map(Seat::personId).toList());
                    return placed;
                })
                .orElse(Map.of());
    }
}
