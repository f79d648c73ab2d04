/** The hypotheses of a plan, tested together over its analyses. */
package org.ipstrial.analysis.hypotheses;
