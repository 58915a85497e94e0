package org.coterie.tags;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityExistsException;
import jakarta.persistence.PersistenceException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.coterie.live.ChangeLog;
import org.coterie.live.Topic;
import org.coterie.paging.FewRows;
import org.coterie.paging.Portions;

/** Reads and writes tags. */
@ApplicationScoped
class TagRepository implements PanacheRepositoryBase<Tag, UUID> {

    /** As many parameters as either database takes with ease. */
    private static final int AT_ONCE = 1_000;

    private static final String UNIQUE_VIOLATION = "23505";

    private static final String OF_SOME = "select id, name, label, named, common from tag where id = any (?)";
    private static final String LEADS = """
            select t.id, t.name, t.label, t.named, t.common, k.word_key
            from tag_key k join tag t on t.id = k.tag_id where k.word_key in (%s)""";
    private static final String LABELS_OF_SOME =
            "select tag_id, language, label, ordinal from tag_label where tag_id = any (?)";

    private final ChangeLog log;
    private final DataSource database;
    private final FewRows few;

    TagRepository(ChangeLog log, DataSource database, FewRows few) {
        this.log = log;
        this.database = database;
        this.few = few;
    }

    /** A tag that is not there yet. */
    record NewTag(UUID id, TagName name, String label, boolean common) {

        /** One that somebody says. */
        static NewTag of(TagName said) {
            return new NewTag(UuidCreator.getTimeOrderedEpoch(), said, said.label(), false);
        }

        /** One that everybody knows. */
        static NewTag common(TagName name, String label) {
            return new NewTag(UuidCreator.getTimeOrderedEpoch(), name, label, true);
        }
    }

    /**
     * Adds tags.
     *
     * @throws EntityExistsException where one of their names leads to a tag already
     */
    void insert(Collection<NewTag> tags, Instant createdAt) {
        write("insert into tag (id, name, label, named, common, created_at) values (?, ?, ?, ?, ?, ?)", insert -> {
            for (NewTag tag : tags) {
                TagName name = tag.name;
                insert.setObject(1, tag.id);
                insert.setString(2, name.told() ? name.name() : name.key());
                insert.setString(3, name.told() ? tag.label : name.key());
                insert.setBoolean(4, name.told());
                insert.setBoolean(5, tag.common);
                insert.setObject(6, createdAt.atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
        });
        insertKeys(tags.stream().collect(Collectors.toMap(tag -> tag.name.key(), NewTag::id)), true);
    }

    /**
     * Has keys lead to tags.
     *
     * @param own whether they are of the tags' own names
     * @throws EntityExistsException where one of them leads to a tag already
     */
    void insertKeys(Map<String, UUID> keys, boolean own) {
        write("insert into tag_key (word_key, tag_id, own) values (?, ?, ?)", insert -> {
            // in one order for everybody: two requests never wait for each other
            for (Map.Entry<String, UUID> lead : new TreeMap<>(keys).entrySet()) {
                insert.setBytes(1, TagKey.bytes(lead.getKey()));
                insert.setObject(2, lead.getValue());
                insert.setBoolean(3, own);
                insert.addBatch();
            }
        });
        log.noteAll(Topic.TAGS, new HashSet<>(keys.values()));
    }

    /** Notes that a tag is called otherwise: what is near it has to be found out anew. */
    void noteCalledOtherwise(UUID id) {
        getEntityManager().createNativeQuery("""
                        update tag_meaning set compared = false
                        where word_key in (select k.word_key from tag_key k where k.tag_id = ?1)""").setParameter(1, id).executeUpdate();
        log.note(Topic.TAGS, id);
    }

    /** Notes that no name leads to a tag any more. */
    void noteCalledNothing(UUID id) {
        NearTag.delete("tagId", id);
        NearTag.delete("nearId", id);
        log.note(Topic.TAGS, id);
    }

    /** From now on everybody knows these. */
    void makeCommon(Collection<UUID> ids) {
        update("common = true where id in ?1", ids);
        log.noteAll(Topic.TAGS, ids);
    }

    boolean hasVocabulary(String name) {
        return !getEntityManager()
                .createNativeQuery("select name from vocabulary where name = ?1")
                .setParameter(1, name)
                .getResultList()
                .isEmpty();
    }

    /**
     * Notes that a vocabulary is here.
     *
     * @throws EntityExistsException where it was here already
     */
    void insertVocabulary(String name, Instant loadedAt) {
        write("insert into vocabulary (name, loaded_at) values (?, ?)", insert -> {
            insert.setString(1, name);
            insert.setObject(2, loadedAt.atOffset(ZoneOffset.UTC));
            insert.addBatch();
        });
    }

    /** Fills rows into a batch. */
    @FunctionalInterface
    private interface Rows {

        void fill(PreparedStatement statement) throws SQLException;
    }

    /** Past Hibernate, which would write the words of whoever comes second into the log. */
    private void write(String sql, Rows rows) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            rows.fill(statement);
            statement.executeBatch();
        } catch (SQLException e) {
            throw UNIQUE_VIOLATION.equals(e.getSQLState())
                    ? new EntityExistsException(e)
                    : new PersistenceException("Could not write: " + sql, e);
        }
    }

    /** Where these keys lead, as far as they lead anywhere. */
    Map<String, KnownTag> byKeys(Collection<String> keys) {
        flush();
        return Portions.of(keys.stream().map(TagKey::bytes).toList(), AT_ONCE)
                .flatMap(some -> few.all(some, LEADS.formatted(FewRows.places(some.size())), Lead::read).stream())
                .collect(Collectors.toMap(Lead::key, Lead::tag));
    }

    /** A key, and the tag that it leads to. */
    private record Lead(String key, KnownTag tag) {

        static Lead read(ResultSet row) throws SQLException {
            return new Lead(TagKey.text(row.getBytes(6)), KnownTag.read(row));
        }
    }

    List<KnownTag> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        flush();
        return few.with(Set.copyOf(ids), OF_SOME, KnownTag::read);
    }

    /** What these tags are called in each language that has a label for them. */
    Map<UUID, Map<String, String>> labels(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        flush();
        return few.with(Set.copyOf(ids), LABELS_OF_SOME, Label::read).stream()
                .filter(Label::first)
                .collect(Collectors.groupingBy(Label::tagId, Collectors.toMap(Label::language, Label::words)));
    }

    /** What a tag is called in a language, and whether before all others. */
    private record Label(UUID tagId, String language, String words, boolean first) {

        static Label read(ResultSet row) throws SQLException {
            return new Label(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getInt(4) == 0);
        }
    }

    /** Gives a tag its name, unless somebody else just has. */
    void name(UUID id, TagName name) {
        update("name = ?2, label = ?3, named = true where id = ?1 and named = false", id, name.name(), name.label());
        noteCalledOtherwise(id);
    }

    void relabel(UUID id, String from, String to) {
        update("label = ?3 where id = ?1 and label = ?2", id, from, to);
        log.note(Topic.TAGS, id);
    }
}
