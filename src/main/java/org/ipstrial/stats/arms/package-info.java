/** Three arms or more at once: whether they differ at all, and every one of them against a control. */
package org.ipstrial.stats.arms;
