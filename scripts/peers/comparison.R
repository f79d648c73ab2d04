# The comparison of the sample data in base R: what a statistician would type for the same numbers.
d <- read.csv("sample-data/supported-work/participants.csv", stringsAsFactors = FALSE)
group <- d$arm == "supported work"
event <- d$employed_1978 == "yes"
x <- c(sum(event[group]), sum(event[!group]))
n <- c(sum(group), sum(!group))
p <- x / n
print(prop.test(x, n, correct = FALSE))
print(prop.test(x[1], n[1], correct = FALSE)$conf.int)
print(prop.test(x[2], n[2], correct = FALSE)$conf.int)
se <- sqrt(1 / x[1] - 1 / n[1] + 1 / x[2] - 1 / n[2])
print(exp(log(p[1] / p[2]) + c(-1, 0, 1) * qnorm(.975) * se))
se <- sqrt(sum(1 / x, 1 / (n - x)))
print(exp(log(x[1] * (n - x)[2] / (x[2] * (n - x)[1])) + c(-1, 0, 1) * qnorm(.975) * se))
print(1 / (p[1] - p[2]))
