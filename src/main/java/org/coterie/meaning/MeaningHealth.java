package org.coterie.meaning;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether words have a meaning here. Up in any case: without the model everything else works. */
@Readiness
@ApplicationScoped
class MeaningHealth implements HealthCheck {

    private final Meaning meaning;

    MeaningHealth(Meaning meaning) {
        this.meaning = meaning;
    }

    @Override
    public HealthCheckResponse call() {
        Meaning.Standing standing = meaning.standing();
        var answer = HealthCheckResponse.named("Meaning of words")
                .withData("model", standing.state().name().toLowerCase(Locale.ROOT));
        if (!standing.because().isEmpty()) {
            answer.withData("because", standing.because());
        }
        return answer.up().build();
    }
}
