package org.coterie.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;

/** Holds a body against its rules: its constraints, and what it says itself. */
@ApplicationScoped
public class Checks {

    private final Clock clock;
    private final Validator validator;

    Checks(Clock clock, Validator validator) {
        this.clock = clock;
        this.validator = validator;
    }

    /** All that its rules find wrong with it, for a room to add what only it can see. */
    public Findings of(Object body) {
        var findings = new Findings();
        validator.validate(body).forEach(violation -> findings.add(Faults.of(violation)));
        if (body instanceof Checked checked) {
            checked.check(findings, clock.instant());
        }
        return findings;
    }
}
