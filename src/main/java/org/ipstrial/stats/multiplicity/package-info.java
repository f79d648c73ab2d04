/** Adjustment of p-values for testing more than once. */
package org.ipstrial.stats.multiplicity;
