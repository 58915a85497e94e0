package org.coterie.groups;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.people.Terms;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;

/** Beginning a group by hand, for something that nobody has proposed. */
@ApplicationScoped
class Founding {

    private final Caller caller;
    private final Clock clock;
    private final Fellowship fellowship;
    private final Groups groups;
    private final ChangeLog log;
    private final Places places;
    private final GroupRepository repository;
    private final Sizes sizes;
    private final Tags tags;
    private final Event<PlaceTaken> taken;
    private final Checks checks;

    Founding(
            Caller caller,
            Clock clock,
            Fellowship fellowship,
            Groups groups,
            ChangeLog log,
            Places places,
            GroupRepository repository,
            Sizes sizes,
            Tags tags,
            Event<PlaceTaken> taken,
            Checks checks) {
        this.caller = caller;
        this.clock = clock;
        this.fellowship = fellowship;
        this.groups = groups;
        this.log = log;
        this.places = places;
        this.repository = repository;
        this.sizes = sizes;
        this.tags = tags;
        this.taken = taken;
        this.checks = checks;
    }

    /** Begins a group by hand; whoever does is its first member, and nothing more than that. */
    GroupView found(NewGroup wish) {
        UUID founder = caller.personId();
        checks.of(wish).expectNone();
        Terms.Company sizes = this.sizes.of(wish);
        Map<KnownTag, TagName> purpose =
                resolved(wish.purpose().tags().stream().map(TagName::of).toList());
        return QuarkusTransaction.joiningExisting().call(() -> {
            SortedSet<UUID> party = places.heldStill(founder);
            var group = new PeerGroup(
                    wish.name().strip(),
                    wish.purpose().statement().strip(),
                    sizes.least(),
                    sizes.most(),
                    clock.instant());
            group.joined();
            group.persist();
            int position = 0;
            for (Map.Entry<KnownTag, TagName> tag : purpose.entrySet()) {
                new GroupTag(
                                group,
                                tag.getKey().id(),
                                position++,
                                tag.getValue().label())
                        .persist();
            }
            new Membership(group.id, founder, clock.instant()).persist();
            log.note(Topic.GROUPS, group.id);
            taken.fire(new PlaceTaken(group.id, founder));
            if (party.size() > 1
                    && fellowship
                            .admits(founder, Set.of(), Set.of(), repository.frame(group.id))
                            .isEmpty()) {
                throw new Problem(Problem.Kind.CONFLICT, "companions-cannot-come");
            }
            places.bring(group, party);
            return groups.view(group.id);
        });
    }

    /** The tags of these names, each once. */
    private Map<KnownTag, TagName> resolved(List<TagName> names) {
        Map<String, KnownTag> known = tags.resolve(names);
        Map<KnownTag, TagName> resolved = new LinkedHashMap<>();
        names.forEach(name -> resolved.putIfAbsent(Objects.requireNonNull(known.get(name.name())), name));
        return resolved;
    }
}
