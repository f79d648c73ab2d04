/** Intervals of the two by two table that invert a score test, all through one search. */
package org.ipstrial.stats.contingency.score;
