package org.coterie.tags;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A move of which something may still have to be moved. */
@Entity
@Table(name = "tag_move")
class TagMoveRow extends PanacheEntityBase {

    @Id
    UUID id;

    UUID fromId;
    UUID toId;
    boolean back;
    Instant mergedAt;
    Instant begunAt;
    boolean atWork;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    TagMoveRow() {}

    TagMoveRow(TagMove move, Instant begunAt) {
        this.id = move.id();
        this.fromId = move.from();
        this.toId = move.to();
        this.back = move.back();
        this.mergedAt = move.mergedAt();
        this.begunAt = begunAt;
        this.atWork = true;
    }

    /** Whether one that began after this is at work. */
    static boolean anyAtWorkSince(Instant then) {
        return count("atWork = true and begunAt > ?1", then) > 0;
    }

    static boolean anyBack() {
        return count("back = true") > 0;
    }

    /** In the order in which they began. */
    static List<TagMove> all() {
        return TagMoveRow.<TagMoveRow>list("order by begunAt, id").stream()
                .map(row -> new TagMove(row.id, row.fromId, row.toId, row.mergedAt, row.back))
                .toList();
    }
}
