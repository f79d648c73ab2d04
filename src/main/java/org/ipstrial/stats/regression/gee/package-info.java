/** Generalised estimating equations. */
package org.ipstrial.stats.regression.gee;
