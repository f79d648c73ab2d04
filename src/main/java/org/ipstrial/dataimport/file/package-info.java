/** From bytes to the raw cells of the wanted columns: encoding, delimiter, quotes, header, rows. */
package org.ipstrial.dataimport.file;
