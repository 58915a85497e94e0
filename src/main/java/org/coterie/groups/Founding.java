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
import org.coterie.people.People;
import org.coterie.people.Terms;
import org.coterie.problem.Checks;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** Beginning a group by hand, for something that nobody has proposed. */
@ApplicationScoped
class Founding {

    private final Caller caller;
    private final Clock clock;
    private final Fellowship fellowship;
    private final Groups groups;
    private final ChangeLog log;
    private final People people;
    private final Places places;
    private final GroupRepository repository;
    private final Tags tags;
    private final Event<PlaceTaken> taken;
    private final Checks checks;

    Founding(
            Caller caller,
            Clock clock,
            Fellowship fellowship,
            Groups groups,
            ChangeLog log,
            People people,
            Places places,
            GroupRepository repository,
            Tags tags,
            Event<PlaceTaken> taken,
            Checks checks) {
        this.caller = caller;
        this.clock = clock;
        this.fellowship = fellowship;
        this.groups = groups;
        this.log = log;
        this.people = people;
        this.places = places;
        this.repository = repository;
        this.tags = tags;
        this.taken = taken;
        this.checks = checks;
    }

    /** Begins a group by hand; whoever does is its first member, and nothing more than that. */
    GroupView found(NewGroup wish) {
        UUID founder = caller.personId();
        Terms own = people.termsOf(List.of(founder)).get(founder);
        Terms.Company limits = own == null ? null : own.company();
        Terms.Company sizes = wish.sizes(limits);
        Map<KnownTag, TagName> purpose = resolved(tagsOf(wish, sizes, limits));
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
            if (party.size() > 1 && !fellowship.admits(founder, Set.of(), repository.frame(group.id))) {
                throw new Problem(Problem.Kind.CONFLICT, "companions-cannot-come");
            }
            places.bring(group, party);
            return groups.view(group.id);
        });
    }

    /**
     * The tags of a wish in which everything is right.
     *
     * @throws Problem INVALID with each place that is wrong
     */
    private List<TagName> tagsOf(NewGroup wish, Terms.Company sizes, Terms.@Nullable Company limits) {
        var findings = checks.of(wish);
        if (limits != null && sizes.least() > limits.most()) {
            findings.add("/minSize", "out-of-range.most", Map.of("most", limits.most()));
        } else if (limits != null && sizes.most() < limits.least()) {
            findings.add("/maxSize", "out-of-range.least", Map.of("least", limits.least()));
        } else if (sizes.least() > sizes.most()) {
            findings.add("/maxSize", "out-of-range.least", Map.of("least", sizes.least()));
        }
        findings.expectNone();
        return wish.purpose().tags().stream().map(TagName::of).toList();
    }

    /** The tags of these names, each once. */
    private Map<KnownTag, TagName> resolved(List<TagName> names) {
        Map<String, KnownTag> known = tags.resolve(names);
        Map<KnownTag, TagName> resolved = new LinkedHashMap<>();
        names.forEach(name -> resolved.putIfAbsent(Objects.requireNonNull(known.get(name.name())), name));
        return resolved;
    }
}
