/** From a file to its text: opening, limits, the hash, encodings. */
package org.ipstrial.dataimport.bytes;
