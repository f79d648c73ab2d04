/** What the codes in a file mean: single codes, and ranges of ICD-10. */
package org.ipstrial.plan.codes;
