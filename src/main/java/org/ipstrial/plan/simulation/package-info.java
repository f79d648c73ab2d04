/** The section of a plan that says what a simulated trial is like: its arms, its people, their jobs and their follow-up. */
package org.ipstrial.plan.simulation;
