/** What printed numbers allow: the whole numbers behind them, and whether several of them can be true at once. */
package org.ipstrial.stats.consistency;
