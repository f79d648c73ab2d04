/** What people did after randomisation, day by day as far as they were seen, and the outcomes that follow from it. */
package org.ipstrial.dataset.history;
