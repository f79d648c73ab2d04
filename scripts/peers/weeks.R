# Reads register weeks by the package data.table and counts the weeks of work of each person; the folder is the argument.
# It checks nothing, knows no window and joins no arm.
library(data.table)
weeks <- fread(file.path(commandArgs(TRUE)[1], "weeks.csv"), colClasses = "character")
print(weeks[code == "W", .N, by = id][, .(people = .N, weeks = sum(N))])
