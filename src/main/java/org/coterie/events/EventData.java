package org.coterie.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an event is about: ids and codes, from which whoever may see the things themselves can read on. */
@Schema(
        name = "EventData",
        description = "What an event is about: ids to read on with. Which there are, its type says.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventData(
        @Schema(description = "The group.", examples = "0192f1c0-5b7e-7c3a-9b1d-2f4e6a8c0b1d") @Nullable
        UUID groupId,

        @Schema(description = "Somebody else; absent where it is about nobody else.") @Nullable
        UUID personId,

        @Schema(
                description = "Why a group is over, as in `closedBecause` of the group; absent where none is.",
                examples = "EXPIRED")
        @Nullable
        String because,

        @Schema(description = "The proposal that two tags are one; absent where it is about none.") @Nullable
        UUID synonymId,

        @Schema(description = "The formation; absent where it is about none.") @Nullable
        UUID formationId,

        @Schema(description = "The import; absent where it is about none.") @Nullable
        UUID importId,

        @Schema(description = "How a formation or an import ended; absent where none did.", examples = "SUCCEEDED")
        @Nullable
        String state) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EventData ofGroup(UUID groupId) {
        return new EventData(groupId, null, null, null, null, null, null);
    }

    static EventData ofMember(UUID groupId, UUID personId) {
        return new EventData(groupId, personId, null, null, null, null, null);
    }

    static EventData ofEnd(UUID groupId, String because) {
        return new EventData(groupId, null, because, null, null, null, null);
    }

    static EventData ofPerson(UUID personId) {
        return new EventData(null, personId, null, null, null, null, null);
    }

    static EventData ofSynonym(UUID synonymId) {
        return new EventData(null, null, null, synonymId, null, null, null);
    }

    static EventData ofFormation(UUID formationId, String state) {
        return new EventData(null, null, null, null, formationId, null, state);
    }

    static EventData ofImport(UUID importId, String state) {
        return new EventData(null, null, null, null, null, importId, state);
    }

    static EventData read(String json) {
        try {
            return JSON.readValue(json, EventData.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is not what was written.", e);
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
