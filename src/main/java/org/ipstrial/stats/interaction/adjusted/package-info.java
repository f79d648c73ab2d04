/** Whether an effect is the same at all levels of a column, with covariates in the model. */
package org.ipstrial.stats.interaction.adjusted;
