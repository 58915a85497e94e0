package org.coterie.tags;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.coterie.paging.Portions;

/** Reads and writes tags. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<Tag, UUID> {

    /** As many parameters as either database takes with ease. */
    private static final int AT_ONCE = 1_000;

    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    TagRepository(DataSource database) {
        this.database = database;
    }

    /**
     * Adds tags. Past Hibernate, which would write the words of whoever comes second into the log.
     *
     * @throws EntityExistsException where one of them is known already
     */
    void insert(Collection<TagName> names, Instant createdAt) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into tag (id, name, word_key, label, named, created_at) values (?, ?, ?, ?, ?, ?)")) {
            for (TagName name : names) {
                insert.setObject(1, UuidCreator.getTimeOrderedEpoch());
                insert.setString(2, name.told() ? name.name() : name.key());
                insert.setBytes(3, Tag.bytes(name.key()));
                insert.setString(4, name.told() ? name.label() : name.key());
                insert.setBoolean(5, name.told());
                insert.setObject(6, createdAt.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState())
                    ? new EntityExistsException(e)
                    : new PersistenceException("Could not add tags", e);
        }
    }

    List<KnownTag> byKeys(Collection<String> keys) {
        return inParts(keys.stream().map(Tag::bytes).toList(), part -> list("wordKey in ?1", part));
    }

    List<KnownTag> byIds(Collection<UUID> ids) {
        return inParts(List.copyOf(ids), part -> list("id in ?1", part));
    }

    private static <T> List<KnownTag> inParts(List<T> all, Function<List<T>, List<KnownTag>> read) {
        return Portions.of(all, AT_ONCE)
                .flatMap(some -> read.apply(some).stream())
                .toList();
    }

    private List<KnownTag> list(String condition, List<?> values) {
        return find(condition, values).project(KnownTag.class).list();
    }

    /**
     * Tags whose key begins so.
     *
     * @param after only those beyond this key; empty from the first
     */
    List<KnownTag> startingWith(String key, String after, int limit) {
        byte[] from = Tag.bytes(key);
        String beyond = "wordKey >= ?1 and wordKey > ?2";
        var tags = key.isEmpty()
                ? find(beyond + " order by wordKey", from, Tag.bytes(after))
                : find(beyond + " and wordKey < ?3 order by wordKey", from, Tag.bytes(after), behind(from));
        return tags.page(Page.ofSize(limit)).project(KnownTag.class).list();
    }

    /** The first bytes behind all that begin with these; no byte of UTF-8 is the largest. */
    private static byte[] behind(byte[] from) {
        byte[] next = Arrays.copyOf(from, from.length);
        next[next.length - 1]++;
        return next;
    }

    /** Gives a tag its name, unless somebody else just has. */
    void name(UUID id, TagName name) {
        update("name = ?2, label = ?3, named = true where id = ?1 and named = false", id, name.name(), name.label());
    }

    void relabel(UUID id, String from, String to) {
        update("label = ?3 where id = ?1 and label = ?2", id, from, to);
    }
}
