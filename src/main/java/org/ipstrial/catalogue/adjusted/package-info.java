/** Methods that compare arms with covariates in the model. */
package org.ipstrial.catalogue.adjusted;
