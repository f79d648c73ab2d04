/** Cox's proportional hazards model: people and sums over those at risk, likelihoods, fit, tests and intervals. */
package org.ipstrial.stats.survival.cox;
