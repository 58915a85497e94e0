package org.coterie.problem;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link Size} count the characters of a text as the contract does (JSON Schema's {@code maxLength}), in code points:
 * an emoji is one, and not the two that Java makes of it.
 */
@Singleton
class CodePoints implements ValidatorFactoryCustomizer {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        ConstraintMapping mapping = configuration.createConstraintMapping();
        mapping.constraintDefinition(Size.class)
                .includeExistingValidators(false)
                .validatedBy(OfText.class)
                .validatedBy(OfCollection.class);
        configuration.addMapping(mapping);
    }

    private static boolean fits(int count, @Nullable Size size) {
        return size == null || (size.min() <= count && count <= size.max());
    }

    /** How many characters there are. */
    public static class OfText implements ConstraintValidator<Size, CharSequence> {

        private @Nullable Size size;

        @Override
        public void initialize(Size constraint) {
            size = constraint;
        }

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || fits(Character.codePointCount(text, 0, text.length()), size);
        }
    }

    /** How many elements there are. */
    public static class OfCollection implements ConstraintValidator<Size, Collection<?>> {

        private @Nullable Size size;

        @Override
        public void initialize(Size constraint) {
            size = constraint;
        }

        @Override
        public boolean isValid(@Nullable Collection<?> elements, ConstraintValidatorContext context) {
            return elements == null || fits(elements.size(), size);
        }
    }
}
