/** Logistic regression with the penalised likelihood of Firth. */
package org.ipstrial.stats.regression.firth;
