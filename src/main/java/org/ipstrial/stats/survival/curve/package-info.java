/** The Kaplan-Meier curve of one arm and what is read off it: survival, quantiles, restricted means. */
package org.ipstrial.stats.survival.curve;
