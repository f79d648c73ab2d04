/** What the effects of studies depend on. */
package org.ipstrial.stats.meta.moderators;
