package org.coterie.events;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Something that happens, and whom to tell. What a reader may not know does not belong in it; of whom they are to hear nothing,
 * they do not hear, see {@link Silence}.
 */
public final class Fact {

    private final EventType type;
    private final EventData data;
    private final List<UUID> recipients;

    private Fact(EventType type, EventData data, Collection<UUID> recipients) {
        this.type = type;
        this.data = data;
        this.recipients = List.copyOf(recipients);
    }

    /** These are invited to a group. */
    public static Fact invitationSent(UUID groupId, Collection<UUID> recipients) {
        return new Fact(EventType.INVITATION_SENT, EventData.ofGroup(groupId), recipients);
    }

    /** The invitations of these to a group have ended without an answer. */
    public static Fact invitationEnded(UUID groupId, Collection<UUID> recipients) {
        return new Fact(EventType.INVITATION_ENDED, EventData.ofGroup(groupId), recipients);
    }

    /** A group has become active. */
    public static Fact groupActivated(UUID groupId, Collection<UUID> members) {
        return new Fact(EventType.GROUP_ACTIVATED, EventData.ofGroup(groupId), members);
    }

    /** A group is over in which these had a place. */
    public static Fact groupClosed(UUID groupId, Enum<?> because, Collection<UUID> recipients) {
        return new Fact(EventType.GROUP_CLOSED, EventData.ofEnd(groupId, because.name()), recipients);
    }

    /** Somebody has joined these. */
    public static Fact memberJoined(UUID groupId, UUID personId, Collection<UUID> others) {
        return new Fact(EventType.MEMBER_JOINED, EventData.ofMember(groupId, personId), others);
    }

    /** Somebody has left these. */
    public static Fact memberLeft(UUID groupId, UUID personId, Collection<UUID> others) {
        return new Fact(EventType.MEMBER_LEFT, EventData.ofMember(groupId, personId), others);
    }

    /** Somebody comes together with this companion from now on, as both say. */
    public static Fact companionConfirmed(UUID companionId, UUID recipient) {
        return new Fact(EventType.COMPANION_CONFIRMED, EventData.ofPerson(companionId), List.of(recipient));
    }

    /** It is proposed that two tags are one, which these hold. */
    public static Fact synonymProposed(UUID synonymId, Collection<UUID> recipients) {
        return new Fact(EventType.SYNONYM_PROPOSED, EventData.ofSynonym(synonymId), recipients);
    }

    /** What these had under a tag stands under another. */
    public static Fact synonymApplied(UUID synonymId, Collection<UUID> recipients) {
        return new Fact(EventType.SYNONYM_APPLIED, EventData.ofSynonym(synonymId), recipients);
    }

    /** What these had under a tag stands there again. */
    public static Fact synonymUndone(UUID synonymId, Collection<UUID> recipients) {
        return new Fact(EventType.SYNONYM_UNDONE, EventData.ofSynonym(synonymId), recipients);
    }

    /** A formation is over: for the operator. */
    public static Fact formationFinished(UUID formationId, Enum<?> state) {
        return new Fact(EventType.FORMATION_FINISHED, EventData.ofFormation(formationId, state.name()), List.of());
    }

    /** An import is over: for the operator. */
    public static Fact importFinished(UUID importId, Enum<?> state) {
        return new Fact(EventType.IMPORT_FINISHED, EventData.ofImport(importId, state.name()), List.of());
    }

    EventType type() {
        return type;
    }

    EventData data() {
        return data;
    }

    List<UUID> recipients() {
        return recipients;
    }
}
