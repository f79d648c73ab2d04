/** Odds ratios that hold the covariates still. */
package org.ipstrial.stats.adjusted.odds;
