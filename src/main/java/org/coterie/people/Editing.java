package org.coterie.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.problem.Misreading;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.jspecify.annotations.Nullable;

/** Changing oneself by a merge patch (RFC 7396). */
@ApplicationScoped
class Editing {

    private final Caller caller;
    private final Event<PersonChanged> changed;
    private final ObjectMapper json;
    private final ChangeLog log;
    private final Misreading misreading;
    private final People people;
    private final Precondition precondition;
    private final Tags tags;

    Editing(
            Caller caller,
            Event<PersonChanged> changed,
            ObjectMapper json,
            ChangeLog log,
            Misreading misreading,
            People people,
            Precondition precondition,
            Tags tags) {
        this.caller = caller;
        this.changed = changed;
        this.json = json;
        this.log = log;
        this.misreading = misreading;
        this.people = people;
        this.precondition = precondition;
        this.tags = tags;
    }

    /** Changes the person who asks. */
    MeView change(ObjectNode patch) {
        // a tag that nobody has written yet is made before the transaction begins
        Map<String, KnownTag> named = tags.resolve(tagsNamedIn(patch));
        return QuarkusTransaction.joiningExisting().call(() -> change(patch, named));
    }

    private MeView change(ObjectNode patch, Map<String, KnownTag> named) {
        people.holdStill(caller.personId());
        Person person = Person.known(caller.personId());
        precondition.expectRead(() -> MeView.of(person));
        PersonEdit edit = misreading.expect(merged(json.valueToTree(PersonEdit.of(person)), patch), PersonEdit.class);
        person.change(Objects.requireNonNull(edit.displayName()), edit.languages(), edit.timeZone());
        person.meetOn(edit.matching(), kindred(edit.matching(), person, named));
        if (saysKindred(patch)) {
            // all of it is said anew, by the names that they use now
            MovedKindred.delete("personId", person.id);
        }
        log.note(Topic.PEOPLE, person.id);
        changed.fire(new PersonChanged(person.id));
        return MeView.of(person);
    }

    private static boolean saysKindred(ObjectNode patch) {
        JsonNode matching = patch.path("matching");
        return matching.isNull() || matching.has("notTheOnlyOneWith");
    }

    /** With which tags somebody says they do not want to be the only one; nothing of what cannot be read, or is too much. */
    private static List<TagName> tagsNamedIn(ObjectNode patch) {
        List<TagName> names = new ArrayList<>();
        JsonNode written = patch.path("matching").path("notTheOnlyOneWith");
        for (JsonNode one : written) {
            String tag = one.textValue();
            if (tag != null) {
                // nobody else is to learn that it was written
                readable(tag).map(TagName::untold).ifPresent(names::add);
            }
        }
        return Kindred.tooMany(names) ? List.of() : names;
    }

    private static Optional<TagName> readable(String tag) {
        try {
            return Optional.of(TagName.of(tag));
        } catch (Problem unreadable) {
            return Optional.empty(); // and is found wrong where it stands
        }
    }

    /** The tags that these preferences name, each once: those of before, and those of the patch. */
    private static List<Kindred> kindred(
            @Nullable MatchingPreferences matching, Person person, Map<String, KnownTag> named) {
        Map<String, UUID> ids = new HashMap<>();
        person.terms().notTheOnlyOneWith().forEach(before -> ids.put(before.tag(), before.tagId()));
        named.forEach((name, tag) -> ids.put(name, tag.id()));
        Map<UUID, Kindred> kindred = new LinkedHashMap<>();
        for (String written : matching == null ? List.<String>of() : matching.kindred()) {
            String name = TagName.of(written).name();
            UUID tagId = Objects.requireNonNull(ids.get(name));
            kindred.putIfAbsent(tagId, new Kindred(tagId, name));
        }
        return List.copyOf(kindred.values());
    }

    /** As the RFC says, but that a name to be removed stays with null, which a field that there is not is refused for. */
    private JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : json.createObjectNode();
        patch.properties()
                .forEach(change -> merged.set(change.getKey(), merged(merged.get(change.getKey()), change.getValue())));
        return merged;
    }
}
