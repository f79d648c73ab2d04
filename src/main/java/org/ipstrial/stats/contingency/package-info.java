/** Two arms and a yes/no outcome: effects, intervals and tests of the two by two table. */
package org.ipstrial.stats.contingency;
