/** Figures as SVG: no script, no style sheet, no font of their own; text stays text. */
package org.ipstrial.render.svg;
