/** Definitions of what counts: kinds of outcome and rules for missing values. A leaf; reads no data. */
package org.ipstrial.outcome;
