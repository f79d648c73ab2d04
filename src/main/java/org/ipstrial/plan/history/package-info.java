/** The sections of a plan on what people did and how long they were followed: spells, follow-up, horizon, data cut. */
package org.ipstrial.plan.history;
