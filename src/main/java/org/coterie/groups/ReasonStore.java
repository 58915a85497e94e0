package org.coterie.groups;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the reasons of a membership as JSON, weightiest first; what adds nothing is no reason. */
@ApplicationScoped
class ReasonStore {

    private static final TypeReference<List<KeptReason>> REASONS = new TypeReference<>() {};

    private final ObjectMapper json;

    ReasonStore(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Reason> because, Set<UUID> matchOnly) {
        return write(because.stream()
                .filter(reason -> reason.contribution() > 0)
                .map(reason -> KeptReason.of(reason, matchOnly.contains(reason.held())))
                .sorted(Comparator.comparingDouble(KeptReason::contribution).reversed())
                .toList());
    }

    String write(List<KeptReason> because) {
        try {
            return json.writeValueAsString(because);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<KeptReason> read(@Nullable String because) {
        if (because == null) {
            return List.of();
        }
        try {
            return json.readValue(because, REASONS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
