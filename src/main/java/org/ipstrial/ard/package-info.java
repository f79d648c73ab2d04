/** The result table that every command ends in: one key, its numbers, units and notes. Knows no format. */
package org.ipstrial.ard;
