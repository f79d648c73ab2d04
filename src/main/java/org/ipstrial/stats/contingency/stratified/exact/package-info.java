/** Exact inference for an odds ratio common to strata, given the events of each stratum. */
package org.ipstrial.stats.contingency.stratified.exact;
