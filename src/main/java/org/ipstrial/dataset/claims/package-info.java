/** What published reports say in numbers, as printed. */
package org.ipstrial.dataset.claims;
