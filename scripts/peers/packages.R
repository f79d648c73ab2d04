# What R loads before it computes anything of such a report.
suppressMessages({
  library(survival)
  library(sandwich)
  library(boot)
  library(mice)
})
