package org.coterie.paging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes the key of all cursors at the first start, and finds it at every later one. */
@ApplicationScoped
class CursorKeys {

    private static final int BYTES = 32;

    /** The key, the same on all replicas. */
    byte[] secret() {
        CursorKey key;
        try {
            key = QuarkusTransaction.requiringNew().call(() -> CursorKey.made().orElseGet(CursorKeys::make));
        } catch (PersistenceException anotherReplicaWasFirst) {
            key = QuarkusTransaction.requiringNew().call(CursorKey::made).orElseThrow(() -> anotherReplicaWasFirst);
        }
        return Base64.getDecoder().decode(key.secret);
    }

    private static CursorKey make() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        var made = new CursorKey(Base64.getEncoder().encodeToString(fresh));
        made.persistAndFlush();
        return made;
    }
}
