/** What people did week by week, where some were not observed in every week. */
package org.ipstrial.stats.weekly;
