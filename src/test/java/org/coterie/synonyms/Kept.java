package org.coterie.synonyms;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What the database keeps under two tags, to the last column. */
final class Kept {

    private static final List<String> BY_TAG =
            List.of("interest", "signal_tag", "rejected_tag", "group_tag", "tag_key", "tag_label");

    private static final List<String> BEFORE = List.of(
            "moved_tag",
            "moved_tag_key",
            "moved_tag_label",
            "moved_tag_common",
            "moved_tag_lost",
            "moved_interest",
            "moved_signal_tag",
            "moved_rejected_tag",
            "moved_kindred",
            "moved_group_tag",
            "moved_reasons");

    private final DataSource database;

    Kept(DataSource database) {
        this.database = database;
    }

    /** The id of the tag with this name. */
    UUID tag(String name) {
        return UUID.fromString(
                rows("select id from tag where name = '%s'".formatted(name)).get(0));
    }

    /** Every row under one of these tags, by table. */
    Map<String, List<String>> under(UUID... tags) {
        String ids = Arrays.stream(tags).map("'%s'"::formatted).collect(Collectors.joining(", "));
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String table : BY_TAG) {
            kept.put(table, rows("select * from %s where tag_id in (%s)".formatted(table, ids)));
        }
        kept.put(
                "tag",
                rows("select id, name, label, named, common, merged_into from tag where id in (%s)".formatted(ids)));
        String named = Arrays.stream(tags)
                .map("%%%s%%"::formatted)
                .map("because like '%s'"::formatted)
                .collect(Collectors.joining(" or "));
        kept.put("membership", rows("select group_id, person_id, because, affinity from membership where " + named));
        kept.put(
                "person",
                rows("select id, not_the_only_one_with from person where "
                        + named.replace("because", "not_the_only_one_with")));
        return kept;
    }

    /** How many rows say what was before this move, in all tables. */
    long before(String id) {
        return BEFORE.stream()
                .mapToLong(table -> rows("select * from %s where move_id = '%s'".formatted(table, id))
                        .size())
                .sum();
    }

    List<String> rows(String sql) {
        List<String> all = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= columns; i++) {
                    Object value = rows.getObject(i);
                    row.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
                }
                all.add(String.join(" ", row));
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
        return all.stream().sorted().toList();
    }

    int write(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
