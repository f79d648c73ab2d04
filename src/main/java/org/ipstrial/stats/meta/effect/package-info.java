/** The effect of one study from its counts, its means, or what it prints. */
package org.ipstrial.stats.meta.effect;
