# The Hodges-Lehmann difference with limits; the file is the argument.
d <- read.csv(commandArgs(TRUE)[1], stringsAsFactors = FALSE)
print(wilcox.test(d$hours[d$arm == "IPS"], d$hours[d$arm == "SAU"], exact = FALSE, conf.int = TRUE))
