package org.coterie;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests, those that speak HTTP on the embedded database. Left out is what needs a database that can go away.
 */
@Suite
@SelectPackages("org.coterie")
@ExcludeClassNamePatterns(".*\\.DatabaseAwayTest")
class EverythingOnH2 {}
