/** Blocks to text and Markdown; a released table to CSV and JSON. Does not know what a trial is. */
package org.ipstrial.render;
