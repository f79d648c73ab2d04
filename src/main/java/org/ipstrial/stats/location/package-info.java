/** Amounts in two arms: means and their ratio. */
package org.ipstrial.stats.location;
