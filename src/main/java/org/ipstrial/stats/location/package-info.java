/** Amounts in two arms: means, their ratio, and ranks. */
package org.ipstrial.stats.location;
