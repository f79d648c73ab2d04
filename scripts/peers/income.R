# Income, the sum of wages and benefits, imputed passively by R's mice, each arm alone; the file is the argument. A missing
# part that follows from the sum is filled in first. What it printed stands in DerivedImputationTest.
suppressMessages(library(mice))
d <- read.csv(commandArgs(TRUE)[1])
d$wages[is.na(d$wages) & !is.na(d$income) & !is.na(d$benefits)] <- with(d[is.na(d$wages) & !is.na(d$income) & !is.na(d$benefits),], income - benefits)
m <- 500
go <- function(arm, seed, meth="pmm") {
  x <- d[d$arm == arm, c("age","wages","benefits","income")]
  pm <- matrix(0,4,4,dimnames=list(names(x),names(x)))
  pm["wages",c("age","benefits")] <- 1; pm["benefits",c("age","wages")] <- 1
  pm["income",c("wages","benefits")] <- 1
  a <- mice(x,m=m,maxit=10,method=c("",meth,meth,"~ I(wages + benefits)"),predictorMatrix=pm,seed=seed,printFlag=FALSE)
  sapply(1:m,function(i){z<-complete(a,i); stopifnot(max(abs(z$income-z$wages-z$benefits))<1e-6); c(mean(z$income),var(z$income)/nrow(z))})
}
A <- go("IPS",1); B <- go("control",2)
q <- A[1,]-B[1,]; u <- A[2,]+B[2,]
p <- pool.scalar(q,u,n=Inf,k=1)
cat("est",format(p$qbar,digits=12),"se",format(sqrt(p$t),digits=12),"fmi",format(p$fmi,digits=12),"\n")
jk <- function(f){ v<-sapply(1:m,function(i)f(q[-i],u[-i])); sqrt((m-1)/m*sum((v-mean(v))^2))}
cat(jk(function(q,u)mean(q)), jk(function(q,u){sqrt(mean(u)+(1+1/length(q))*var(q))}), jk(function(q,u)pool.scalar(q,u,n=Inf,k=1)$fmi),"\n")
