/** The section of a plan on the file of the people who were randomised: its place, its columns, how it is written. */
package org.ipstrial.plan.participants;
