/** Cox's proportional hazards model: likelihood, fit, tests, intervals and checks. */
package org.ipstrial.stats.survival.cox;
