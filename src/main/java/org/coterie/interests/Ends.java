package org.coterie.interests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coterie.accounts.Caller;
import org.coterie.problem.Findings;
import org.coterie.problem.RoomRule;
import org.jspecify.annotations.Nullable;

/** When an interest may end: in time to come, or as it has ended, where somebody puts back what they have read. */
@ApplicationScoped
class Ends implements RoomRule {

    private final Caller caller;
    private final Clock clock;
    private final InterestRepository repository;

    Ends(Caller caller, Clock clock, InterestRepository repository) {
        this.caller = caller;
        this.clock = clock;
        this.repository = repository;
    }

    @Override
    public void check(Object body, Findings findings) {
        Map<String, Instant> past = new HashMap<>();
        Instant now = clock.instant();
        if (body instanceof Declaration one) {
            keepPast(past, "/until", one.until(), now);
        } else if (body instanceof NewInterests all && all.interests() != null) {
            List<NewInterest> each = all.interests();
            for (int i = 0; i < each.size(); i++) {
                NewInterest one = each.get(i);
                keepPast(past, "/interests/" + i + "/until", one == null ? null : one.until(), now);
            }
        }
        if (!past.isEmpty()) {
            Set<Instant> ended = repository.ends(caller.personId(), now);
            past.forEach((pointer, until) -> {
                if (!ended.contains(until)) {
                    findings.add(pointer, "in-the-past");
                }
            });
        }
    }

    private static void keepPast(Map<String, Instant> past, String pointer, @Nullable Instant until, Instant now) {
        if (until != null && !until.isAfter(now)) {
            past.put(pointer, until);
        }
    }
}
