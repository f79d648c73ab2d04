/** From text to the raw cells of the wanted columns: delimiter, quotes, header, rows. */
package org.ipstrial.dataimport.table;
