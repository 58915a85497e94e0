package org.coterie;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.ConfigValidator;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidatorImpl;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator sets: what makes no sense is refused before the server starts, and named. */
class SettingsTest {

    private static final List<Class<?>> SETTINGS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.coterie").stream()
                    .filter(one -> one.isAnnotatedWith(ConfigMapping.class))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    private static final ConfigValidator VALIDATOR = new BeanValidationConfigValidatorImpl();

    /** As the server reads them at its start, those of all rooms together. */
    private static void read(Map<String, String> set) {
        var builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withValidator(VALIDATOR)
                .withDefaultValues(set);
        SETTINGS.forEach(builder::withMapping);
        builder.build();
    }

    @Test
    void theDefaultsMakeSense() {
        read(Map.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
                    coterie.formation.min-size       = 9
                    coterie.formation.max-size       = 2
                    coterie.formation.common-hours   = 169
                    coterie.matching.near-threshold  = 1.1
                    coterie.synonyms.least-share     = -0.1
                    coterie.synonyms.proposal-lasts  = -P1D
                    coterie.synonyms.undo-within     = -P1D
                    coterie.interests.half-life      = PT0S
                    coterie.events.kept              = -P1D
                    coterie.events.heartbeat         = PT0S
                    coterie.webhooks.retries         = PT5S,-PT5S
                    coterie.webhooks.patience        = PT0S
                    coterie.webhooks.disabled-after  = -P1D
                    coterie.webhooks.old-secret-lasts= -P1D
                    coterie.near-tags.patience       = -PT1S
                    coterie.limits.newcomer-for      = -P1D
                    coterie.retries.kept             = PT1S
                    """)
    void whatMakesNoSenseIsRefused(String setting, String value) {
        String name = setting.substring(setting.lastIndexOf('.') + 1);
        assertThatThrownBy(() -> read(Map.of(setting, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(name);
    }
}
