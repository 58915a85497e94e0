package org.coterie;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Everything that speaks HTTP once more, on a real PostgreSQL; whose tokens are read makes no difference to it. */
@Suite
@SelectPackages("org.coterie")
@IncludeTags("http")
@ExcludeClassNamePatterns(".*\\.IssuerTest")
class HttpOnPostgreSql {}
