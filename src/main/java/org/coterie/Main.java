package org.coterie;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Coterie. */
@QuarkusMain
public class Main {

    public static void main(String... arguments) {
        // the server's own look at an address refuses it without a problem; ours comes first thereafter
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
