# The numbers of the comparison, in base R: Wilson limits of each arm, Miettinen-Nurminen limits of the risk difference,
# the risk ratio and the odds ratio (base R has none, so they are solved for here), the number needed to treat and the
# (N - 1) chi-squared test.
d <- read.csv("sample-data/supported-work/participants.csv", stringsAsFactors = FALSE)
counts <- table(factor(d$arm, c("supported work", "control")), factor(d$employed_1978, c("yes", "no")))
x <- unname(counts[, "yes"])
n <- unname(rowSums(counts))
p <- x / n
N <- sum(n)
critical <- qchisq(.95, 1) * N / (N - 1)

# The squared score statistics, at the risks that are the likeliest where the effect is the one given.
difference <- function(delta) {
  a <- c(x[2] * delta * (1 - delta), (n[2] * delta - N - 2 * x[2]) * delta + sum(x), (n[1] + 2 * n[2]) * delta - N - sum(x), N)
  q <- (a[3] / (3 * a[4]))^3 - a[2] * a[3] / (6 * a[4]^2) + a[1] / (2 * a[4])
  s <- sign(q) * sqrt((a[3] / (3 * a[4]))^2 - a[2] / (3 * a[4]))
  r <- 2 * s * cos((pi + acos(max(-1, min(1, q / s^3)))) / 3) - a[3] / (3 * a[4])
  q <- c(r + delta, r)
  (p[1] - p[2] - delta)^2 / sum(q * (1 - q) / n) - critical
}
ratio <- function(theta) {
  b <- -(n[1] * theta + x[1] + n[2] + x[2] * theta)
  r <- (-b - sqrt(b^2 - 4 * N * theta * sum(x))) / (2 * N * theta)
  q <- c(r * theta, r)
  (p[1] - theta * p[2])^2 / sum(c(1, theta^2) * q * (1 - q) / n) - critical
}
odds <- function(psi) {
  a <- n[2] * (psi - 1)
  b <- n[1] * psi + n[2] - sum(x) * (psi - 1)
  r <- (-b + sqrt(b^2 + 4 * a * sum(x))) / (2 * a)
  q <- c(psi * r / (1 + r * (psi - 1)), r)
  distance <- (p - q) / (q * (1 - q))
  (distance[1] - distance[2])^2 / sum(1 / (n * q * (1 - q))) - critical
}
limits <- function(f, estimate, low, high) {
  c(estimate, uniroot(f, c(low, estimate), tol = 1e-9)$root, uniroot(f, c(estimate, high), tol = 1e-9)$root)
}
rd <- limits(difference, p[1] - p[2], -.99, .99)
print(prop.test(x[1], n[1], correct = FALSE)$conf.int)
print(prop.test(x[2], n[2], correct = FALSE)$conf.int)
print(rd)
print(limits(ratio, p[1] / p[2], .01, 100))
print(limits(odds, p[1] * (1 - p[2]) / ((1 - p[1]) * p[2]), .01, 100))
print(1 / rd)
chi <- unname(chisq.test(counts, correct = FALSE)$statistic) * (N - 1) / N
print(c(chi, pchisq(chi, 1, lower.tail = FALSE)))
