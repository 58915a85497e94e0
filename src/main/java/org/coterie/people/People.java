package org.coterie.people;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Validator;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coterie.accounts.Accounts;
import org.coterie.accounts.Caller;
import org.coterie.freshness.Precondition;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.FewRows;
import org.coterie.problem.Findings;
import org.coterie.problem.Problem;
import org.coterie.tags.KnownTag;
import org.coterie.tags.TagName;
import org.coterie.tags.Tags;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;

/** Joining, being looked up, changing and leaving. */
@ApplicationScoped
public class People {

    // in one order for everybody: two never wait for each other
    private static final String HOLD_FREE =
            "select id from person where id = any (?) order by id for update skip locked";

    private final Accounts accounts;
    private final Tags tags;
    private final Caller caller;
    private final ChangeLog log;
    private final Clock clock;
    private final DataSource database;
    private final Precondition precondition;
    private final FewRows few;
    private final Event<PersonChanged> changed;
    private final Event<PersonLeaving> leaving;
    private final ObjectMapper json;
    private final Validator validator;

    People(
            Accounts accounts,
            Tags tags,
            Caller caller,
            ChangeLog log,
            Clock clock,
            DataSource database,
            Precondition precondition,
            FewRows few,
            Event<PersonChanged> changed,
            Event<PersonLeaving> leaving,
            ObjectMapper json,
            Validator validator) {
        this.accounts = accounts;
        this.tags = tags;
        this.caller = caller;
        this.log = log;
        this.clock = clock;
        this.database = database;
        this.precondition = precondition;
        this.few = few;
        this.changed = changed;
        this.leaving = leaving;
        this.json = json;
        this.validator = validator;
    }

    /**
     * Lets somebody in.
     *
     * @throws Problem CONFLICT where the handle is taken, in whatever case, or reserved
     */
    @Transactional
    Joined join(NewPerson applicant) {
        accounts.expectNewcomer();
        if (ReservedHandles.include(applicant.handle())) {
            throw taken(applicant);
        }
        var person = new Person(applicant, clock.instant());
        try {
            person.persistAndFlush();
        } catch (PersistenceException e) {
            throw isTaken(e) ? taken(applicant) : e;
        }
        log.note(Topic.PEOPLE, person.id);
        return new Joined(MeView.of(person), accounts.admit(person.id).orElse(null));
    }

    private static Problem taken(NewPerson applicant) {
        return new Problem(Problem.Kind.CONFLICT, "handle-taken", Map.of("handle", applicant.handle()));
    }

    private static boolean isTaken(PersistenceException e) {
        return e instanceof org.hibernate.exception.ConstraintViolationException violated
                && violated.getKind() == ConstraintKind.UNIQUE;
    }

    /**
     * Looks somebody up.
     *
     * @throws Problem UNKNOWN where nobody has this id
     */
    @Transactional
    public PersonView find(UUID id) {
        return PersonView.of(known(id));
    }

    /** Who has this handle, in whatever case. */
    @Transactional
    Optional<PersonView> withHandle(String handle) {
        return Person.<Person>find("handleKey", Person.keyOf(NewPerson.plain(handle)))
                .firstResultOptional()
                .map(PersonView::of);
    }

    /** Looks several people up in one query; ids of nobody are left out. */
    @Transactional
    public Map<UUID, PersonView> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return few.with(ids, PersonView.SELECT, PersonView::read).stream()
                .collect(Collectors.toMap(PersonView::id, person -> person));
    }

    /** How many people there are. */
    @Transactional
    public long count() {
        return Person.count();
    }

    /** On which terms these people meet others, in one query; ids of nobody are left out. */
    @Transactional
    public Map<UUID, Terms> termsOf(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return Person.<Person>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(person -> person.id, Person::terms));
    }

    /**
     * What each of these groups of people has in common, with times by the clock of the one who reads it; one query.
     *
     * @param groups people by the id of their group
     */
    @Transactional
    public Map<UUID, InCommon> inCommon(Map<UUID, ? extends Collection<UUID>> groups, UUID reader) {
        Set<UUID> everybody = new HashSet<>(Set.of(reader));
        groups.values().forEach(everybody::addAll);
        Map<UUID, Terms> terms = termsOf(everybody);
        String timeZone =
                Optional.ofNullable(terms.get(reader)).map(Terms::timeZone).orElse(null);
        Instant now = clock.instant();
        return groups.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        group -> InCommon.of(
                                group.getValue().stream()
                                        .flatMap(person -> Stream.ofNullable(terms.get(person)))
                                        .toList(),
                                timeZone,
                                now)));
    }

    /** The person who asks, as they see themselves. */
    @Transactional
    public MeView me() {
        return MeView.of(known(caller.personId()));
    }

    /** Changes the person who asks by a merge patch (RFC 7396). */
    MeView change(ObjectNode patch) {
        // a tag that nobody has written yet is made before the transaction begins
        Map<String, KnownTag> named = tags.resolve(tagsNamedIn(patch));
        return QuarkusTransaction.joiningExisting().call(() -> change(patch, named));
    }

    private MeView change(ObjectNode patch, Map<String, KnownTag> named) {
        holdStill(caller.personId());
        Person person = known(caller.personId());
        precondition.expectRead(() -> MeView.of(person));
        PersonEdit edit;
        try {
            edit = json.treeToValue(merged(json.valueToTree(PersonEdit.of(person)), patch), PersonEdit.class);
        } catch (JsonProcessingException e) {
            throw new jakarta.ws.rs.BadRequestException(e);
        }
        var findings = Findings.of(edit, validator);
        if (edit.displayName() == null) {
            findings.add("/displayName", "required.kept");
        }
        if (edit.matching() != null) {
            edit.matching().check(findings, edit.timeZone());
        }
        findings.expectNone();
        person.change(Objects.requireNonNull(edit.displayName()), edit.languages(), edit.timeZone());
        person.meetOn(edit.matching(), kindred(edit.matching(), person, named));
        log.note(Topic.PEOPLE, person.id);
        changed.fire(new PersonChanged(person.id));
        return MeView.of(person);
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

    /** RFC 7396, but that a name to be removed stays with null, which a field that there is not is refused for. */
    private JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : json.createObjectNode();
        patch.properties()
                .forEach(change -> merged.set(change.getKey(), merged(merged.get(change.getKey()), change.getValue())));
        return merged;
    }

    /**
     * Makes changes of one person wait for each other, and their leaving for each of them, until the transaction ends. An
     * update, because it stands in nobody else's way who only refers to the person, as locking the row to delete it would.
     *
     * @throws Problem UNKNOWN where the person has left meanwhile
     */
    @Transactional(TxType.MANDATORY)
    public void holdStill(UUID personId) {
        if (Person.update("displayName = displayName where id = ?1", personId) == 0) {
            throw new Problem(Problem.Kind.UNKNOWN, "unknown-person.you");
        }
    }

    /**
     * The same for those of many whom nobody else holds right now, which nobody waits for.
     *
     * @return those who are held still; who has left is not among them, either
     */
    @Transactional(TxType.MANDATORY)
    public List<UUID> holdStillWhereFree(Collection<UUID> personIds) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(HOLD_FREE)) {
            Array ids = connection.createArrayOf("uuid", personIds.toArray());
            lock.setArray(1, ids);
            List<UUID> held = new ArrayList<>();
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    held.add(rows.getObject(1, UUID.class));
                }
            }
            ids.free();
            return held;
        } catch (SQLException e) {
            throw new IllegalStateException("People could not be held still.", e);
        }
    }

    /** Deletes the person who asks, and with them everything that is theirs. */
    @Transactional
    void leave() {
        UUID id = caller.personId();
        // whoever is just giving this person a place finishes first, or finds them gone
        Person.findById(id, LockModeType.PESSIMISTIC_WRITE);
        precondition.expectRead(() -> MeView.of(known(id)));
        leaving.fire(new PersonLeaving(id));
        accounts.forgetAnswers(id);
        log.note(Topic.PEOPLE, id);
        Person.deleteById(id);
    }

    private static Person known(UUID id) {
        return Person.<Person>findByIdOptional(id)
                .orElseThrow(() -> new Problem(Problem.Kind.UNKNOWN, "unknown-person", Map.of("id", id)));
    }
}
