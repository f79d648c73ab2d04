/** Ends that compete: cumulative incidence of each cause, time lost to it, and Gray's test. */
package org.ipstrial.stats.survival.competing;
