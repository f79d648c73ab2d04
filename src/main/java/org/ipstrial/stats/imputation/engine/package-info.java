/** Draws of missing values of one variable, given others: each engine takes its parameters from their posterior first. */
package org.ipstrial.stats.imputation.engine;
