/** Tests of the share with the event in one group against a stated share. */
package org.ipstrial.stats.proportion.target;
