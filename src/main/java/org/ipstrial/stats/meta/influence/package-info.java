/** What a single study does to the pooled effect. */
package org.ipstrial.stats.meta.influence;
