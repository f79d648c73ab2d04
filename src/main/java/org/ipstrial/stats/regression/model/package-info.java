/** Linear, logistic, Poisson and log-binomial regression with the variances of their coefficients. */
package org.ipstrial.stats.regression.model;
