package org.coterie.transfer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A line that could not be read. */
@Entity
@IdClass(ImportError.Key.class)
class ImportError extends PanacheEntityBase {

    @Id
    UUID importId;

    @Id
    long line;

    String code;

    /** As {@link KeptText} writes it. */
    String detail;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    ImportError() {}

    static List<ImportError> of(UUID importId) {
        return list("importId = ?1 order by line", importId);
    }

    /** Which line of which import. */
    record Key(UUID importId, long line) implements Serializable {}
}
