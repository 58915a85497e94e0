package org.coterie;

import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that speaks HTTP once more, on a real PostgreSQL. */
@Suite
@SelectPackages("org.coterie")
@IncludeTags("http")
class HttpOnPostgreSql {}
