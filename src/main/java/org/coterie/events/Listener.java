package org.coterie.events;

import java.util.UUID;
import org.coterie.accounts.Pass;
import org.jspecify.annotations.Nullable;

/**
 * Who is told what happens: a person what happens to them, the operator everything.
 *
 * @param personId null for the operator
 */
record Listener(Pass pass, @Nullable UUID personId) {}
