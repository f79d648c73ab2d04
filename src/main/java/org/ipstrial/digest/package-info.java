/** Hashes by which a file or a text is known again. A leaf. */
package org.ipstrial.digest;
