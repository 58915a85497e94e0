package org.coterie.groups;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.paging.Page;
import org.coterie.paging.PageRequest;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.Tags;

/** What has formed, as the one who asks may see it. */
@ApplicationScoped
public class Groups {

    private final Caller caller;
    private final GroupRepository repository;
    private final Tags tags;
    private final GroupViews views;

    Groups(Caller caller, GroupRepository repository, Tags tags, GroupViews views) {
        this.caller = caller;
        this.repository = repository;
        this.tags = tags;
        this.views = views;
    }

    /**
     * One group, as the caller sees it.
     *
     * @throws Problem UNKNOWN where no group has this id
     */
    @Transactional
    public GroupView view(UUID id) {
        return views.show(repository.byIds(List.of(id)), Reader.of(caller), false).stream()
                .findFirst()
                .orElseThrow(() -> GroupRepository.unknown(id));
    }

    /**
     * Groups as the person who asks sees them, to whom they are offered or who is invited to them; those that are over
     * meanwhile are left out.
     *
     * @param kept of these, groups that keep a place for them
     * @param held tags that they hold
     * @param words what the tags of the groups are called
     */
    @Transactional
    public List<GroupView> viewOffered(
            List<OpenGroup> offered, Set<UUID> kept, Set<UUID> held, Map<UUID, KnownTag> words) {
        return views.offer(offered, kept, caller.personId(), held, words);
    }

    /** All that a group is for, most decisive tag first: also what is not to be told to everybody. */
    @Transactional
    public List<PurposeTag> purposeOf(UUID id) {
        return repository.purposes(List.of(id)).getOrDefault(id, List.of());
    }

    /** Groups in the order of their ids. */
    @Transactional
    Page<GroupView> list(GroupQuery query, PageRequest page) {
        UUID after = page.afterId().orElse(GroupRepository.START);
        List<GroupView> found = filterOf(query)
                .map(filter -> repository.after(filter, after, page.limit() + 1))
                .map(rows -> views.show(rows, Reader.of(caller), query.withMembers()))
                .orElse(List.of());
        return Page.of(found, page.limit(), group -> group.id().toString());
    }

    /** Empty where it asks for a tag that nobody has used: then there is nothing to find. */
    private Optional<GroupFilter> filterOf(GroupQuery query) {
        GroupState state = query.state();
        UUID formation = query.formation();
        if (query.tag().isEmpty()) {
            return Optional.of(new GroupFilter(null, state, formation));
        }
        return query.tag().flatMap(tags::find).map(tag -> new GroupFilter(tag.id(), state, formation));
    }
}
