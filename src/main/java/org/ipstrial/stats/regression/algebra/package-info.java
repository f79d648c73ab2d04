/** The triangle of a matrix and what is solved with it. */
package org.ipstrial.stats.regression.algebra;
