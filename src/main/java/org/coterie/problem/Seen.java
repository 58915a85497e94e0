package org.coterie.problem;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Not only of letters and signs that leave a blank, such as the fillers of Hangul, which a {@link PlainLine} may have in it. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Seen.Check.class)
public @interface Seen {

    /** The text that says so. */
    String message() default PlainLine.MESSAGE;

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** Looks for anything else. */
    class Check implements ConstraintValidator<Seen, String> {

        private static final String BLANK = "\\u115F\\u1160\\u2800\\u3164\\uFFA0";

        // without any of these, the pattern of a line tells already
        private static final Pattern UNSEEN =
                Pattern.compile("(?=.*[%1$s])[%1$s\\p{M}\\p{Cf}\\p{Z}]*".formatted(BLANK));

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || !UNSEEN.matcher(value).matches();
        }
    }
}
