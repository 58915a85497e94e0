package org.coterie.tags;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.coterie.language.Spoken;
import org.coterie.live.Follower;
import org.coterie.live.Topic;
import org.coterie.meaning.Meaning;
import org.coterie.paging.Cells;
import org.coterie.paging.Portions;
import org.coterie.paging.RowStream;
import org.coterie.tags.MeaningIndex.Understood;
import org.coterie.tags.NameIndex.Name;
import org.jspecify.annotations.Nullable;

/** What all tags are called, and what that means, in the memory of this process. */
@ApplicationScoped
class LiveNames implements Follower {

    private static final int TAGS_AT_ONCE = 100;

    private static final String NAMES = "select id, name, label, named, common from tag";
    private static final String GONE = "select name from tag where merged_into ";
    private static final String LABELS = "select tag_id, language, label, ordinal from tag_label";
    private static final String KEYS = "select tag_id, word_key, own from tag_key";

    private static final String MEANINGS = """
            select k.tag_id, m.word_key, m.words, m.vector, m.compared
            from tag_key k join tag_meaning m on m.word_key = k.word_key
            where m.model = ?""";

    private static final String OF_SOME = " and k.tag_id in (%s)".formatted("?, ".repeat(TAGS_AT_ONCE - 1) + "?");

    private final RowStream rows;
    private final Set<UUID> unread = new HashSet<>();

    /** The names of tags that have become one with others, by their keys: how they fall into words. */
    private final Map<String, String> goneNames = new ConcurrentHashMap<>();

    private volatile Map<UUID, Told> told = Map.of();
    private volatile NameIndex index = new NameIndex();
    private volatile MeaningIndex meanings = new MeaningIndex();

    LiveNames(RowStream rows) {
        this.rows = rows;
    }

    /** How a tag is told; null where it is not in memory yet. */
    @Nullable
    Told of(UUID tagId) {
        return told.get(tagId);
    }

    /**
     * How a tag is told.
     *
     * @param labels what it is called in each language that has a label for it
     */
    record Told(KnownTag tag, Map<String, String> labels) {

        Told {
            labels = Map.copyOf(labels);
        }
    }

    /** What is in memory. */
    NameIndex index() {
        return index;
    }

    /** What the names mean, as far as that is known. */
    MeaningIndex meanings() {
        return meanings;
    }

    @Override
    public Topic topic() {
        return Topic.TAGS;
    }

    @Override
    public void begin(Instant now) {
        var read = new Called(new ConcurrentHashMap<>(), goneNames);
        rows.each(NAMES, RowStream.Parameters.NONE, read::name);
        rows.each(GONE + "is not null", RowStream.Parameters.NONE, read::goneName);
        rows.each(LABELS, RowStream.Parameters.NONE, read::label);
        rows.each(KEYS, RowStream.Parameters.NONE, read::key);
        rows.each(MEANINGS, select -> select.setString(1, Meaning.MODEL), read::meaning);
        var loaded = new NameIndex();
        var understood = new MeaningIndex();
        read.handOver(loaded, understood);
        told = read.told;
        index = loaded;
        meanings = understood;
        unread.clear();
    }

    @Override
    public void changed(long change, Collection<UUID> tags) {
        unread.addAll(tags);
    }

    @Override
    public void readOn(Connection connection) throws SQLException {
        for (List<UUID> some : Portions.of(List.copyOf(unread), TAGS_AT_ONCE).toList()) {
            var read = new Called(told, goneNames);
            each(NAMES + " where id = any (?)", some, connection, read::name);
            each(GONE + "= any (?)", some, connection, read::goneName);
            each(LABELS + " where tag_id = any (?)", some, connection, read::label);
            each(KEYS + " where tag_id = any (?)", some, connection, read::key);
            eachMeaning(some, connection, read::meaning);
            read.handOver(index, meanings);
            some.forEach(unread::remove);
        }
    }

    /** Takes a row. */
    private interface Row {

        void read(ResultSet row) throws SQLException;
    }

    private static void each(String sql, Collection<UUID> tags, Connection connection, Row sink) throws SQLException {
        Array ids = connection.createArrayOf("uuid", tags.toArray());
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, ids);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sink.read(row);
                }
            }
        } finally {
            ids.free();
        }
    }

    /** By its keys, not by an array of them: with a join H2 would look through all rows. */
    private static void eachMeaning(List<UUID> tags, Connection connection, Row sink) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(MEANINGS + OF_SOME)) {
            select.setString(1, Meaning.MODEL);
            for (int i = 0; i < TAGS_AT_ONCE; i++) {
                select.setObject(2 + i, tags.get(Math.min(i, tags.size() - 1)));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sink.read(row);
                }
            }
        }
    }

    /** What some tags are called. */
    private static final class Called {

        private record Label(String language, String words) {}

        private final Map<UUID, Told> told;
        private final Map<String, String> goneNames;
        private final Map<UUID, KnownTag> tags = new HashMap<>();
        private final Map<UUID, Map<String, String>> firstLabels = new HashMap<>();
        private final Map<UUID, List<Label>> labels = new HashMap<>();
        private final Map<UUID, Map<String, Name>> names = new HashMap<>();
        private final Map<UUID, Map<String, Understood>> meanings = new HashMap<>();

        Called(Map<UUID, Told> told, Map<String, String> goneNames) {
            this.told = told;
            this.goneNames = goneNames;
        }

        void goneName(ResultSet row) throws SQLException {
            String name = row.getString(1);
            goneNames.put(TagName.keyOf(name), name);
        }

        void name(ResultSet row) throws SQLException {
            UUID tag = Cells.id(row, 1);
            String name = row.getString(2);
            String label = row.getString(3);
            tags.put(
                    tag,
                    new KnownTag(tag, name, name.equals(label) ? name : label, row.getBoolean(4), row.getBoolean(5)));
        }

        void label(ResultSet row) throws SQLException {
            UUID tag = Cells.id(row, 1);
            if (row.getInt(4) == 0) {
                firstLabels.computeIfAbsent(tag, id -> new HashMap<>()).put(row.getString(2), row.getString(3));
            }
            labels.computeIfAbsent(tag, id -> new ArrayList<>())
                    .add(new Label(Spoken.language(row.getString(2)), Folding.fold(row.getString(3))));
        }

        void key(ResultSet row) throws SQLException {
            UUID tag = Cells.id(row, 1);
            String key = TagKey.text(row.getBytes(2));
            names.computeIfAbsent(tag, id -> new HashMap<>()).put(key, nameOf(tag, key, row.getBoolean(3)));
        }

        private Name nameOf(UUID tag, String key, boolean own) {
            if (own) {
                KnownTag known = tags.get(tag);
                return new Name(known == null ? key : known.name(), tag, Set.of());
            }
            String words = goneNames.getOrDefault(key, key);
            Set<String> languages = new HashSet<>();
            for (Label label : labels.getOrDefault(tag, List.of())) {
                if (TagName.keyOf(label.words).equals(key)) {
                    words = label.words;
                    languages.add(label.language);
                }
            }
            return new Name(words, tag, languages);
        }

        void meaning(ResultSet row) throws SQLException {
            meanings.computeIfAbsent(Cells.id(row, 1), id -> new HashMap<>())
                    .put(
                            TagKey.text(row.getBytes(2)),
                            new Understood(row.getString(3), row.getBytes(4), row.getBoolean(5)));
        }

        void handOver(NameIndex index, MeaningIndex understood) {
            tags.forEach((tag, known) -> {
                told.put(tag, new Told(known, firstLabels.getOrDefault(tag, Map.of())));
                Map<String, Name> called = names.getOrDefault(tag, Map.of());
                index.put(tag, called);
                understood.put(tag, called, meanings.getOrDefault(tag, Map.of()));
            });
        }
    }
}
