/** Exact methods of the two by two table given the number of events in both arms together. */
package org.ipstrial.stats.contingency.conditional;
