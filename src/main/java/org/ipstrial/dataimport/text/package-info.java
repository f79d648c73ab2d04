/** What a cell's text looks like: blanks, numbers, personal numbers, what spreadsheets do to it. Knows no file. */
package org.ipstrial.dataimport.text;
