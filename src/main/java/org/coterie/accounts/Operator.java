package org.coterie.accounts;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Knows the operator's key: the configured one, or one made at the first start. */
@ApplicationScoped
@Startup
class Operator {

    private static final Logger LOG = Logger.getLogger(Operator.class);

    private final String keyHash;

    Operator(AccountsConfig config, Clock clock) {
        this.keyHash = config.operatorKey()
                .filter(key -> !key.isBlank())
                .map(Secret::hash)
                .orElseGet(() -> kept(clock));
    }

    boolean isKey(String candidate) {
        return Secret.same(Secret.hash(candidate), keyHash);
    }

    private static String kept(Clock clock) {
        String fresh = Secret.fresh();
        try {
            String hash = QuarkusTransaction.requiringNew()
                    .call(() -> OperatorKey.made().map(made -> made.keyHash).orElseGet(() -> {
                        new OperatorKey(Secret.hash(fresh), clock.instant()).persistAndFlush();
                        return Secret.hash(fresh);
                    }));
            if (hash.equals(Secret.hash(fresh))) {
                LOG.warnf("No coterie.operator-key is set. Made one, shown only now: %s", fresh);
            }
            return hash;
        } catch (PersistenceException anotherReplicaWasFirst) {
            return QuarkusTransaction.requiringNew()
                    .call(OperatorKey::made)
                    .map(made -> made.keyHash)
                    .orElseThrow(() -> anotherReplicaWasFirst);
        }
    }
}
