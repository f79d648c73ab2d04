/** Ratios of shares and of means by models of the logarithm. */
package org.ipstrial.stats.adjusted.ratio;
