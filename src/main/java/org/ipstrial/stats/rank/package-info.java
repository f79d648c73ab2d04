/** Amounts in two arms by their ranks alone: who has more, not how much. */
package org.ipstrial.stats.rank;
