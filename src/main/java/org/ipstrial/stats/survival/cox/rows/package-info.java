/** The people of a Cox model as rows: the order they stand in, and their covariates from the middle. */
package org.ipstrial.stats.survival.cox.rows;
