package org.coterie.events;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coterie.language.KeptText;
import org.coterie.language.Text;
import org.jspecify.annotations.Nullable;

/** A service of the operator's that is told what happens. */
@Entity
class Webhook extends PanacheEntityBase {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final String SECRET_PREFIX = "whsec_";

    @Id
    UUID id;

    String url;
    String types;
    String secret;

    @Nullable
    String oldSecret;

    @Nullable
    Instant oldSecretUntil;

    boolean enabled;

    @Nullable
    Instant failingSince;

    @Nullable
    String disabledBecause;

    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields in
    Webhook() {}

    Webhook(String url, Collection<EventType> types, Instant createdAt) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.url = url;
        this.types = written(types);
        this.secret = freshSecret();
        this.enabled = true;
        this.createdAt = createdAt;
    }

    static List<Webhook> oldestFirst() {
        return list("order by id");
    }

    static List<Webhook> thoseEnabled() {
        return list("enabled = true order by id");
    }

    static String written(Collection<EventType> types) {
        return types.stream().map(EventType::code).distinct().collect(Collectors.joining(","));
    }

    /** Empty for all. */
    List<EventType> typeList() {
        return types.isEmpty()
                ? List.of()
                : Stream.of(types.split(",", -1)).map(EventType::of).toList();
    }

    boolean wants(EventType type) {
        return types.isEmpty() || typeList().contains(type);
    }

    /** The old secret is used beside a fresh one until then. */
    void renewSecret(Instant until) {
        oldSecret = secret;
        oldSecretUntil = until;
        secret = freshSecret();
    }

    /** What a message is signed with right now, newest first. */
    List<String> secrets(Instant now) {
        return oldSecret != null && oldSecretUntil != null && now.isBefore(oldSecretUntil)
                ? List.of(secret, oldSecret)
                : List.of(secret);
    }

    void enable() {
        enabled = true;
        failingSince = null;
        disabledBecause = null;
    }

    void disable(@Nullable Text because) {
        enabled = false;
        disabledBecause = because == null ? null : KeptText.write(because);
    }

    private static String freshSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return SECRET_PREFIX + Base64.getEncoder().encodeToString(bytes);
    }
}
