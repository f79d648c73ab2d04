/** The figures of a report as files of their own. */
package org.ipstrial.render.figures;
