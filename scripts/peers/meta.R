# Many studies pooled with metafor: the REML variance between studies, Hartung and Knapp's limits, the prediction interval
# and the Q-profile limits of the variance.
suppressMessages(library(metafor))
d <- read.csv(commandArgs(TRUE)[1], comment.char = "#")
r <- rma(measure = "RR", ai = treatment_events, n1i = treatment_n, ci = control_events, n2i = control_n, data = d,
         test = "knha")
print(r)
print(predict(r))
print(confint(r, control = list(tau2.max = 1000)))
