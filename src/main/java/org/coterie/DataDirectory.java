package org.coterie;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes {@code coterie.data-dir} absolute as {@code coterie.data-path}: H2 takes no path that is relative without
 * saying so, and operators write {@code data}.
 */
public class DataDirectory implements ConfigSourceFactory {

    private static final int JUST_ABOVE_DEFAULTS = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        ConfigValue configured = context.getValue("coterie.data-dir");
        String directory = configured == null || configured.getValue() == null ? "data" : configured.getValue();
        Map<String, String> absolute = Map.of(
                "coterie.data-path",
                Path.of(directory).toAbsolutePath().normalize().toString());
        return List.of(new PropertiesConfigSource(absolute, "coterie.data-dir", JUST_ABOVE_DEFAULTS));
    }
}
