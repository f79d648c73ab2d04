/** Intervals of the two by two table that rest on a normal approximation with estimated variances. */
package org.ipstrial.stats.contingency.approximate;
