package org.coterie.interests;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Has a tag that people named be called as most of them write it; of many, those who said it last stand for all. */
@ApplicationScoped
class MostWritten {

    private static final int MOST_ASKED = 100;

    private final Caller caller;
    private final Clock clock;
    private final LiveHoldings holdings;
    private final InterestRepository repository;
    private final Tags tags;

    MostWritten(Caller caller, Clock clock, LiveHoldings holdings, InterestRepository repository, Tags tags) {
        this.caller = caller;
        this.clock = clock;
        this.holdings = holdings;
        this.repository = repository;
        this.tags = tags;
    }

    /** Looks how others write it; after the person who asks has said it, and outside of any transaction. */
    void look(KnownTag tag, TagName written) {
        if (tag.isWrittenOtherwise(written)) {
            Set<UUID> asked = new HashSet<>(holdings.index().holders(tag.id(), MOST_ASKED, clock.instant()));
            asked.add(caller.personId());
            List<String> writings =
                    QuarkusTransaction.joiningExisting().call(() -> repository.writings(asked, tag.id()));
            tags.callAsMostWrite(tag, written, writings);
        }
    }
}
