package org.coterie.problem;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;

/** Holds a body against its rules: its constraints, what it says itself, and what its room says. */
@ApplicationScoped
public class Checks {

    private final Clock clock;
    private final Validator validator;
    private final List<RoomRule> rules;

    Checks(Clock clock, Validator validator, @All List<RoomRule> rules) {
        this.clock = clock;
        this.validator = validator;
        this.rules = rules;
    }

    /** All that its rules find wrong with it. */
    public Findings of(Object body) {
        var findings = new Findings();
        validator.validate(body).forEach(violation -> findings.add(Faults.of(violation)));
        if (body instanceof Checked checked) {
            checked.check(findings, clock.instant());
        }
        rules.forEach(rule -> rule.check(body, findings));
        return findings;
    }
}
