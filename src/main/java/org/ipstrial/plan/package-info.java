/**
 * The trial as planned: reading and checking a plan file, every value with its line. Never reads trial data. Each section
 * of a plan is a record of its own that reads itself; a new section is one more.
 */
package org.ipstrial.plan;
