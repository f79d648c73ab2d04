/** What a Cox model leaves of people and events: residuals, the hazard that they are set against, and what is made of them. */
package org.ipstrial.stats.survival.cox.residuals;
