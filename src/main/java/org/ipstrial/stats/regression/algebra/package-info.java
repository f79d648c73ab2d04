/** The triangle of a matrix and what is solved with it, with 16 digits or with 32. */
package org.ipstrial.stats.regression.algebra;
