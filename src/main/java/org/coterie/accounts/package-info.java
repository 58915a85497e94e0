/**
 * Who is asking, and may they? People's tokens, an OIDC issuer's tokens, the operator's key; how often they may ask, and what
 * they ask twice.
 */
@NullMarked
package org.coterie.accounts;

import org.jspecify.annotations.NullMarked;
