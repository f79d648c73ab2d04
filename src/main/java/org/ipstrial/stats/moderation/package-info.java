/** How the effect of an arm changes along an amount that was known at the start. */
package org.ipstrial.stats.moderation;
