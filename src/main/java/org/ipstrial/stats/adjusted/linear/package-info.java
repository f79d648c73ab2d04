/** Differences of means by linear models (analysis of covariance). */
package org.ipstrial.stats.adjusted.linear;
