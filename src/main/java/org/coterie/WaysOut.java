package org.coterie;

import java.util.Set;
import java.util.stream.Collectors;
import org.coterie.accounts.WayOut;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.IndexView;

/** Tells in the contract what is done however much somebody has asked before. */
final class WaysOut {

    private static final String OPERATION = org.eclipse.microprofile.openapi.annotations.Operation.class.getName();
    private static final String ALWAYS =
            "It is done for whoever has asked too much, too, unless very many of them come from one address.";

    private final Set<String> operations;

    private WaysOut(Set<String> operations) {
        this.operations = operations;
    }

    /** What is annotated among these classes. */
    static WaysOut in(IndexView classes) {
        return new WaysOut(classes.getAnnotations(WayOut.class).stream()
                .map(one -> one.target()
                        .asMethod()
                        .annotation(OPERATION)
                        .value("operationId")
                        .asString())
                .collect(Collectors.toSet()));
    }

    /** Says so of an operation, if it is one of them. */
    void tellOf(Operation operation) {
        if (operations.contains(String.valueOf(operation.getOperationId()))) {
            String before = operation.getDescription();
            operation.setDescription(before == null ? ALWAYS : before + " " + ALWAYS);
        }
    }
}
