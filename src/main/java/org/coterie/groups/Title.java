package org.coterie.groups;

import java.util.List;
import java.util.Map;
import org.coterie.language.Text;

/** What a group is called and what it is for: as its founder says, or by its tags as its reader calls them. */
final class Title {

    /** So many words of labels have room in a sentence of 25, in whatever language. */
    private static final int ROOM = 17;

    private Title() {}

    /**
     * What to call a group.
     *
     * @param labels of the tags that may be told to everybody, most decisive first
     */
    static Text name(GroupRow group, List<String> labels) {
        if (group.name() != null) {
            return Text.asWritten(group.name());
        }
        return labels.isEmpty()
                ? new Text("group-name")
                : Text.asWritten(String.join(" & ", labels.subList(0, Math.min(2, labels.size()))));
    }

    /**
     * What a group is for.
     *
     * @param labels of the tags that may be told to everybody, most decisive first
     */
    static Text statement(GroupRow group, List<String> labels) {
        if (group.statement() != null) {
            return Text.asWritten(group.statement());
        }
        int each = Sentence.wordsEach(labels, ROOM);
        return labels.isEmpty()
                ? new Text("group-statement.untold")
                : new Text(
                        "group-statement",
                        Map.of(
                                "labels",
                                labels.stream()
                                        .map(label -> Sentence.label(label, each))
                                        .toList()));
    }
}
