package org.coterie.accounts;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Makes each POST {@link Retriable} when the application is built, so that no resource has to think of it. */
public class EveryPost implements BuildCompatibleExtension {

    /** Called for each method of each resource. */
    @Enhancement(types = Object.class, withSubtypes = true, withAnnotations = Path.class)
    public void makeRetriable(MethodConfig method) {
        if (method.info().hasAnnotation(POST.class)) {
            method.addAnnotation(Retriable.class);
        }
    }
}
