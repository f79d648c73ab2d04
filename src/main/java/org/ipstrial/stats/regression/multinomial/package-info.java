/** Categories without an order as the outcome of a regression. */
package org.ipstrial.stats.regression.multinomial;
