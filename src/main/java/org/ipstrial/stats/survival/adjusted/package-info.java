/** Restricted mean times of arms with covariates. */
package org.ipstrial.stats.survival.adjusted;
