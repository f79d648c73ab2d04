# The hazard ratio by Efron, alone and with five covariates, of a CSV with id, arm, days, job and x1 to x5.
library(survival)
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
data$arm <- relevel(factor(data$arm), "SAU")
print(summary(coxph(Surv(days, job) ~ arm, data)), digits = 12)
print(summary(coxph(Surv(days, job) ~ arm + x1 + x2 + x3 + x4 + x5, data)), digits = 12)
