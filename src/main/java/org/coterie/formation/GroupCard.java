package org.coterie.formation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.coterie.formation.SuggestionsView.SuggestedGroup;
import org.coterie.groups.GroupState;
import org.coterie.groups.GroupView;
import org.coterie.groups.MyGroupView;
import org.coterie.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group in a few lines. */
@Schema(name = "GroupCard", description = "A group that you are in or could be in, in a few lines.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupCard(
        @Schema(description = "The group's id.", examples = "0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d")
        UUID groupId,

        @Schema(
                implementation = String.class,
                description = "What it is called.",
                maxLength = GroupView.LONGEST_NAME,
                examples = "Repair Café and Soldering")
        Text name,

        @Schema(description = "What it is about.", examples = "[\"repair-cafe\", \"soldering\"]")
        List<String> tags,

        @Schema(
                description = "What each of these tags is called in your language, in the same order.",
                examples = "[\"Repair Café\", \"Soldering\"]")
        List<String> labels,

        @Schema(description = "Where it is in its life.", examples = "PROPOSED")
        GroupState state,

        @Schema(description = "Who is invited or active.", examples = "5")
        int memberCount,

        @Schema(description = "Of these, who is active.", examples = "2")
        int activeCount,

        @Schema(description = "It comes about when so many have accepted.", examples = "3")
        int minSize,

        @Schema(description = "How well it fits you, 0 to 1; absent where nobody computed it.", examples = "0.83")
        @Nullable
        Double affinity,

        @Schema(
                implementation = String.class,
                description = "Why, in a sentence.",
                examples = "You share Repair Café with this group.")
        Text sentence) {

    /** The names of its fields, its numbers and its id. */
    private static final int FIELDS = 272;

    /** As many as it has in an answer, or some more. */
    int mostBytes() {
        return FIELDS + name.mostBytes() + Utf8.bytes(tags) + Utf8.bytes(labels) + sentence.mostBytes();
    }

    static GroupCard of(MyGroupView mine) {
        return of(mine.group(), mine.affinity(), mine.sentence());
    }

    static GroupCard of(SuggestedGroup suggested) {
        return of(suggested.group(), suggested.affinity(), suggested.sentence());
    }

    private static GroupCard of(GroupView group, @Nullable Double affinity, Text sentence) {
        return new GroupCard(
                group.id(),
                group.name(),
                group.purpose().tags(),
                group.purpose().labels(),
                group.state(),
                group.memberCount(),
                group.activeCount(),
                group.minSize(),
                affinity,
                sentence);
    }
}
