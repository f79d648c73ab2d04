/** The columns of a regression model, and which of them are combinations of others. */
package org.ipstrial.stats.regression.design;
