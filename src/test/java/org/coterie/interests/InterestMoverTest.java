package org.coterie.interests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coterie.Door.join;
import static org.coterie.Door.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.coterie.tags.TagMove;
import org.coterie.tags.Tags;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InterestMoverTest {

    @Inject
    InterestMover mover;

    @Inject
    InterestRepository repository;

    @Inject
    Tags tags;

    /** Whoever has looked a name up right before it led elsewhere, says it under the tag that it led to. */
    @Test
    void whoseInterestHasJustMovedMaySayTheSameAnew() {
        var person = join("ada");
        String old = unique("biking");
        String stays = unique("cycling");
        person.caresAbout(old);
        join("grace").caresAbout(stays);
        UUID id = UUID.fromString(person.id());
        UUID from = tags.find(old).orElseThrow().id();
        UUID to = tags.find(stays).orElseThrow().id();
        var on = new TagMove(UUID.randomUUID(), from, to, Instant.now(), false);

        saidAnewAfter(on, id, from);
        assertThat(heldBy(id)).containsExactlyInAnyOrder(from, to);
        saidAnewAfter(on.undone(), id, to);

        assertThat(heldBy(id)).contains(to);
    }

    private void saidAnewAfter(TagMove move, UUID person, UUID tag) {
        QuarkusTransaction.requiringNew().run(() -> {
            mover.movePeople(move, List.of(person));
            var said = new Interest(person, tag);
            said.take(repository.of(person).get(0));
            repository.persist(said);
        });
    }

    private List<UUID> heldBy(UUID person) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        repository.of(person).stream().map(held -> held.tagId).toList());
    }
}
