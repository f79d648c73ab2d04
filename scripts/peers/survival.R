# Curves at two times, the log-rank test and the hazard ratio by Efron, of a CSV with id, arm, days, job.
library(survival)
data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
data$arm <- relevel(factor(data$arm), "SAU")
print(summary(survfit(Surv(days, job) ~ arm, data, conf.type = "log-log"), times = c(180, 365)))
print(survdiff(Surv(days, job) ~ arm, data))
print(summary(coxph(Surv(days, job) ~ arm, data)))
