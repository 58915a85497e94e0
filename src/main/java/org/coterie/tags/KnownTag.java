package org.coterie.tags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/**
 * A tag that somebody has used before.
 *
 * @param name the folded name by which clients know it: {@code repair-cafe}
 * @param label how people write it: {@code Repair Café}
 * @param named false as long as only people have written it who keep that to themselves
 * @param common whether it was known before anybody said it, so that knowing it tells nothing about anybody
 */
public record KnownTag(UUID id, String name, String label, boolean named, boolean common) {

    /** The columns in the order of the fields. */
    static KnownTag read(ResultSet row) throws SQLException {
        return new KnownTag(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5));
    }

    /** Whether nobody has openly written it otherwise than by its name. */
    public boolean isUnlabelled() {
        return !common && label.equals(name);
    }

    /** Whether people named it, and this is another way to write it than it is called by, and not its very name. */
    public boolean isWrittenOtherwise(TagName written) {
        return !common
                && isCalled(written)
                && !written.label().equals(name)
                && !new Writing(written.label()).words().equals(new Writing(label).words());
    }

    /** The same tag, as somebody writes it. */
    public KnownTag writtenAs(String writing) {
        return new KnownTag(id, name, writing, named, common);
    }

    /** The same tag, called otherwise. */
    KnownTag called(String otherName, String otherLabel) {
        return new KnownTag(id, otherName, otherLabel, true, common);
    }

    /** Whether this is the tag's own name, and not another one that leads to it. */
    boolean isCalled(TagName written) {
        return TagName.keyOf(name).equals(written.key());
    }
}
