# The difference in mean earnings with a BCa interval from 10,000 resamples, by the package boot.
d <- read.csv("sample-data/supported-work/participants.csv", stringsAsFactors = FALSE)
group <- d$arm == "supported work"
print(t.test(d$earnings_1978[group], d$earnings_1978[!group]))
print(wilcox.test(d$earnings_1978[group], d$earnings_1978[!group], exact = FALSE))
set.seed(1)
difference <- function(x, i) mean(x$earnings_1978[i][group]) - mean(x$earnings_1978[i][!group])
b <- boot::boot(d, difference, R = 10000, strata = factor(d$arm))
print(boot::boot.ci(b, type = "bca"))
