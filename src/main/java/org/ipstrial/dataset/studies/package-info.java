/** What several studies found, a row each. */
package org.ipstrial.dataset.studies;
