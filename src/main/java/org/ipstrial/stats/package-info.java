/** Numbers in, numbers out: the statistics, in subpackages by kind. Knows no file, clock, locale or word for people. */
package org.ipstrial.stats;
