/** Whether a programme is run as the model says: caseloads, first contacts with employers, support and jobs. */
package org.ipstrial.analysis.programme.caseload;
