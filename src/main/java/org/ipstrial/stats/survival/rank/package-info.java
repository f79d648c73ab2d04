/** Tests that the times of all arms come from one distribution, by comparing events with those expected at each time. */
package org.ipstrial.stats.survival.rank;
