/** Effects of arms with covariates in the model: one model over all arms, every contrast out of it. */
package org.ipstrial.stats.adjusted;
