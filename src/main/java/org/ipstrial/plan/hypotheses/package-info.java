/** The hypotheses of a plan that are tested together. */
package org.ipstrial.plan.hypotheses;
