/** How alike two arms are in a category that was known at the start. */
package org.ipstrial.stats.balance;
