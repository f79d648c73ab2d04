/** What published evidence says: whether a report's own numbers agree with each other. */
package org.ipstrial.analysis.evidence;
