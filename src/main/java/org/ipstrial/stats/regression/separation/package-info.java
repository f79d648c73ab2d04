/** Whether an outcome can be told from the columns of a model without fault, so that its fit has no end. */
package org.ipstrial.stats.regression.separation;
