package org.coterie.synonyms;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coterie.interests.Holding;
import org.coterie.interests.Interests;
import org.coterie.paging.RowStream;

/**
 * Counts what is said of proposals. A voice counts on each side whose tag its owner publicly holds right now: whoever holds it
 * for matching only is not counted here, either, since a number that is larger than that of the holders would tell.
 */
@ApplicationScoped
class Ballot {

    private static final int PEOPLE_AT_ONCE = 500;

    private final Interests interests;
    private final RowStream rows;
    private final SynonymsConfig config;

    Ballot(Interests interests, RowStream rows, SynonymsConfig config) {
        this.interests = interests;
        this.rows = rows;
        this.config = config;
    }

    /** How many say what, of those who publicly hold a tag. */
    static final class Side {

        private int agree;
        private int disagree;

        private void add(boolean agrees) {
            if (agrees) {
                agree++;
            } else {
                disagree++;
            }
        }

        int agree() {
            return agree;
        }

        int disagree() {
            return disagree;
        }
    }

    /** What is said of one proposal. */
    record Tally(Side tag, Side sameAs) {

        static Tally empty() {
            return new Tally(new Side(), new Side());
        }
    }

    /** A voice, and of which proposal. */
    private record Said(Synonym synonym, UUID personId, boolean agrees) {}

    /** What is said of each of these; from memory, see {@link Interests#of(Collection, Set)}, and in constant memory. */
    Map<UUID, Tally> count(Collection<Synonym> proposals) {
        Map<UUID, Tally> tallies = new HashMap<>();
        Map<UUID, Synonym> byId = new HashMap<>();
        proposals.forEach(proposal -> {
            byId.put(proposal.id, proposal);
            tallies.put(proposal.id, Tally.empty());
        });
        if (byId.isEmpty()) {
            return tallies;
        }
        List<Said> some = new ArrayList<>();
        rows.each(
                "select synonym_id, person_id, agrees from synonym_voice where synonym_id = any (?)",
                statement -> {
                    Connection connection = statement.getConnection();
                    statement.setArray(
                            1, connection.createArrayOf("uuid", byId.keySet().toArray()));
                },
                row -> {
                    Synonym synonym = byId.get(row.getObject(1, UUID.class));
                    if (synonym != null) {
                        some.add(new Said(synonym, row.getObject(2, UUID.class), row.getBoolean(3)));
                    }
                    if (some.size() == PEOPLE_AT_ONCE) {
                        add(some, tallies);
                        some.clear();
                    }
                });
        add(some, tallies);
        return tallies;
    }

    private void add(List<Said> some, Map<UUID, Tally> tallies) {
        Set<UUID> people = new HashSet<>();
        Set<UUID> tags = new HashSet<>();
        for (Said said : some) {
            people.add(said.personId);
            Stream.of(said.synonym.tagId, said.synonym.sameAsId).forEach(tags::add);
        }
        Map<UUID, Set<UUID>> held = new HashMap<>();
        for (Holding holding : interests.of(people, tags)) {
            if (!holding.matchOnly()) {
                held.computeIfAbsent(holding.personId(), none -> new HashSet<>())
                        .add(holding.tagId());
            }
        }
        for (Said said : some) {
            Set<UUID> theirs = held.getOrDefault(said.personId, Set.of());
            Tally tally = tallies.getOrDefault(said.synonym.id, Tally.empty());
            if (theirs.contains(said.synonym.tagId)) {
                tally.tag.add(said.agrees);
            }
            if (theirs.contains(said.synonym.sameAsId)) {
                tally.sameAs.add(said.agrees);
            }
        }
    }

    /**
     * One of the two tags.
     *
     * @param holders how many publicly hold it
     * @param common whether everybody knows it: then a single holder does not speak for all
     */
    record Held(long holders, boolean common) {}

    /** Whether the holders of both tags have agreed; a tag without public holders cannot. */
    boolean isAgreed(Tally tally, Held tag, Held sameAs) {
        return isAgreed(tally.tag, tag) && isAgreed(tally.sameAs, sameAs);
    }

    private boolean isAgreed(Side side, Held held) {
        long holders = held.holders;
        long share = (long) Math.ceil(config.leastShare() * (double) holders);
        long fewest = held.common ? config.leastAgreeing() : Math.min(config.leastAgreeing(), holders);
        long least = Math.max(fewest, share);
        return holders > 0
                && side.agree >= least
                && side.agree >= (long) side.disagree * config.agreeingForEachWhoDoesNot();
    }
}
