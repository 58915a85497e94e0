package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** What can happen, each under a name that stays. */
public enum EventType {
    /** Somebody is invited to a group. */
    INVITATION_SENT(
            "invitation.sent",
            "You are invited to a group: one that has just been proposed, be it because somebody new completes it, or an"
                    + " open place in one."),
    /** An invitation has ended without an answer. */
    INVITATION_ENDED("invitation.ended", "Your invitation to a group has ended; why is not told."),
    /** Enough have joined. */
    GROUP_ACTIVATED("group.activated", "Enough people have joined a group of yours: it is `ACTIVE`."),
    /** A group is over. */
    GROUP_CLOSED("group.closed", "A group in which you had a place is over."),
    /** Somebody has joined. */
    MEMBER_JOINED("member.joined", "Somebody has joined a group that you are active in."),
    /** Somebody has left. */
    MEMBER_LEFT("member.left", "Somebody has left a group that you are active in."),
    /** Two have named each other. */
    COMPANION_CONFIRMED("companion.confirmed", "Somebody and you have named each other as companions from now on."),
    /** Two tags may become one. */
    SYNONYM_PROPOSED(
            "synonym.proposed",
            "It is proposed that a tag that you hold is one with another. Told to the hundred who said each of them last."),
    /** Two tags have become one. */
    SYNONYM_APPLIED(
            "synonym.applied",
            "A tag has become one with another, and what you had under its name stands under the other's."),
    /** Two tags are two again. */
    SYNONYM_UNDONE("synonym.undone", "A tag that had become one with another is two again, and yours is as before."),
    /** A formation is over. */
    FORMATION_FINISHED("formation.finished", "A formation is over; told to the operator."),
    /** An import is over. */
    IMPORT_FINISHED("import.finished", "An import is over; told to the operator.");

    private final String code;
    private final String description;

    EventType(String code, String description) {
        this.code = code;
        this.description = description;
    }

    static EventType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** How it is called outside, such as {@code group.activated}. */
    @JsonValue
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }

    /** When it comes about, to whom it is told. */
    public String description() {
        return description;
    }

    /** Which properties its data has. */
    public List<String> data() {
        return switch (this) {
            case INVITATION_SENT, INVITATION_ENDED, GROUP_ACTIVATED -> List.of("groupId");
            case GROUP_CLOSED -> List.of("groupId", "because");
            case MEMBER_JOINED, MEMBER_LEFT -> List.of("groupId", "personId");
            case COMPANION_CONFIRMED -> List.of("personId");
            case SYNONYM_PROPOSED, SYNONYM_APPLIED, SYNONYM_UNDONE -> List.of("synonymId");
            case FORMATION_FINISHED -> List.of("formationId", "state");
            case IMPORT_FINISHED -> List.of("importId", "state");
        };
    }
}
