/** Hazards of arms compared, by Cox models with covariates or without. */
package org.ipstrial.stats.survival.hazards;
