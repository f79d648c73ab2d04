/** Comparisons with the missing outcomes imputed many times. */
package org.ipstrial.analysis.imputation;
