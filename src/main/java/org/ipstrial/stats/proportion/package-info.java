/** One binomial proportion. */
package org.ipstrial.stats.proportion;
