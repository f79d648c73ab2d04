/** Exact methods of the two by two table that take the worst case over the probability that the arms have in common. */
package org.ipstrial.stats.contingency.unconditional;
