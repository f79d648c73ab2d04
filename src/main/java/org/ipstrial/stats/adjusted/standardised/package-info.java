/** Differences and ratios of shares, standardised over everybody by a logistic model. */
package org.ipstrial.stats.adjusted.standardised;
