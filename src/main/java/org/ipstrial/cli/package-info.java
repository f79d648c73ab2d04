/** The command line: options in, a few lines of work, results out. Holds no formula and no format. */
package org.ipstrial.cli;
