package org.ipstrial.finding;

/**
 * Every kind of finding: its number, what it does to the run, and its words in the order what was found; what was
 * wanted; how to mend it. {@code {0}}, {@code {1}} stand for what differs from case to case.
 *
 * <p>E0 command line and files, E1 bytes and structure of a file, E2 its content, E3 privacy, E4 the plan, L3 lint. {@code W} warns.
 */
public enum FindingCode {
    // Command line
    E001(Domain.USAGE, "{0}; {1}; see  ipstrial{2} --help"),
    E002(Domain.USAGE, "{0} is not supported yet; {1}; leave it out"),
    E003(Domain.USAGE, "no control arm is named; the reference arm is never guessed; give --control with one of: {0}"),
    E004(Domain.USAGE, "--control {0} is not an arm; the arms are {1}; {2}"),
    E005(
            Domain.USAGE,
            "--level {0} is not a fraction; wanted a number strictly between 0 and 1; for {1} % give --level {2}"),
    E006(Domain.USAGE, "--method {0} is not known; wanted [MEASURE:]NAME; {1}; 'ipstrial methods' lists them all"),
    E007(
            Domain.USAGE,
            "--counts {0} is a bare percentage; wanted LABEL=EVENTS/N; a confidence interval needs the numbers behind"
                    + " the percentage"),
    E008(Domain.USAGE, "--counts {0} cannot be read; {1}; write for example --counts IPS=85/156"),
    E009(Domain.USAGE, "--where {0} cannot be read; wanted COLUMN=LEVEL or COLUMN=LEVEL|LEVEL; {1}"),
    E010(Domain.USAGE, "the output {0} is the input; results never replace data; name another file"),
    E011(Domain.USAGE, "--allow {0} cannot be accepted; {1}; {2}"),
    E012(Domain.USAGE, "--method {0} is no method of this command; wanted one of {1}; leave it out or mend it"),
    E013(Domain.USAGE, "{0} {1} is out of range; wanted {2}; give another number"),
    E014(Domain.USAGE, "--where {0} names the level {1}, which column {2} does not have; its levels are {3}; {4}"),
    E015(Domain.USAGE, "outcome {0} is {1}; {2} takes {3}; use {4}, or say how to read the column with --kind"),
    E016(Domain.USAGE, "--counts and the data file {0} are both given; wanted one of them; leave one out"),
    E017(Domain.USAGE, "'{0}' is no method or measure; {1}; 'ipstrial methods' lists them all"),
    E018(
            Domain.USAGE,
            "{0} names {1}, the column of ids; ids are never shown; name another column, or the ids with --id"),
    E020(Domain.FILE, "the output {0} cannot be written: {1}; wanted a file in a folder that exists; {2}"),
    E021(Domain.FILE, "standard output cannot be written: {0}; wanted room for the results; nothing is complete"),
    E029(
            Domain.USAGE,
            "{0} is there already and was not written by an earlier {1} as it stands; wanted a folder where nothing else"
                    + " is replaced; name another folder, or move the file away"),
    E023(
            Domain.FILE,
            "the name {0} cannot be a file's in the characters of this locale; wanted a name that can; set"
                    + " LC_ALL=C.UTF-8, as scripts/ipstrial does"),
    E028(
            Domain.USAGE,
            "memory is full, with {0} MB given to it; wanted more for so much data; give more in"
                    + " IPSTRIAL_JAVA_OPTS, as -Xmx4g; nothing is written"),
    E070(Domain.USAGE, "a fault of the program: {0} at {1}; please report this line and the command; it holds no data"),
    E024(Domain.USAGE, "--outcome {0} is no outcome of the plan; wanted one of {1}; {2}"),
    E025(Domain.USAGE, "the plan has no outcome that {0} takes ({1}); wanted at least one; use 'ipstrial {2}' instead"),
    E026(Domain.USAGE, "--covariates {0} is no column or amount of the plan; wanted one of {1}; {2}"),
    E350(
            Domain.USAGE,
            "--at {0} is no week of {1}; wanted whole numbers from 1 to {2}, counted from randomisation; give other weeks,"
                    + " or name other outcomes with --outcome"),
    E351(
            Domain.USAGE,
            "--tau {0} does not go with {1}, which is told week by week over its whole window; wanted it of times to an"
                    + " event; leave it out, or name other outcomes with --outcome"),
    E353(
            Domain.USAGE,
            "a method of {0} is named for {1}, whose arms hold those who got a job and are no randomised groups; wanted"
                    + " methods that describe an arm; leave it out, or name other outcomes with --outcome"),
    E352(
            Domain.USAGE,
            "--min-cell {0} of survival groups times, and no time is given; wanted --at with the times at which to group"
                    + " them; give some that leave many people between them, such as --at 90,180,365"),
    E027(Domain.USAGE, "--adjust {0} is no column or amount of the plan; wanted one of {1}; {2}"),
    W010(Domain.USAGE, "rows without a value in column '{1}': {0}; they are in no stratum; they count among everybody"),
    W011("outcome '{0}', {1}: nobody of an arm is assessed in {2} of {3} strata ({4}); they add nothing to the"
            + " combined results and count in the others; merge strata if the plan allows it"),
    W012(
            "outcome '{0}': the covariate column {1} tells nothing that the others do not ({2}); it is left out of the model"
                    + " and changes no effect; leave it out of the covariates too if it is there twice"),
    W013("outcome '{0}': {1} separates the outcomes, so that its coefficient {2} without end; {3} cannot be estimated;"
            + " firth can, or merge levels if the plan allows it"),
    W340(
            "outcome '{0}': {1} tells those with the event from all others at risk, so that its coefficient {2} without end; {3}"
                    + " cannot be estimated; cox-firth can, or merge levels if the plan allows it"),
    W341(
            "{0} rows have no value in column '{1}', the clusters; each of them counts as a cluster of one; write in what is"
                    + " known"),
    W342(
            "there are {0} clusters in column '{1}'; robust limits over so few are too narrow; do not rest a conclusion on them"),
    W376("there are {0} clusters in column '{1}'; all limits over clusters but those of ancova-cr2 are too narrow over"
            + " fewer than 40; rest conclusions on ancova-cr2, whose degrees of freedom see how few they are"),
    W377(
            Domain.DATA,
            "{0} rows lack the sum {1} though all of its parts are known; the comparison leaves them out, and imputation"
                    + " works it out; write it in"),
    W780(
            Domain.DATA,
            "outcome '{0}', {1}: few who have {2} are near those who lack it, so that matching pulls its mean {4}, by {3}% of"
                    + " its standard error; wanted less than 10%; look at --impute-amounts local-residual-draw or normal"
                    + " beside it"),
    L301(
            "adjusted for '{0}', which is {1} and came about after the randomisation; wanted what was known before anybody had an"
                    + " arm; leave it out, or accept it with --allow L301 --because and the reason"),
    W365(
            Domain.DATA,
            "nobody of {0} is under observation after {1} and up to {2}, when somebody enters; wanted times that somebody"
                    + " was at risk of: the curve stands still there, or is 0 for good; begin the times later, or"
                    + " do not rest a conclusion on it"),
    W320(
            Domain.USAGE,
            "rows without a value in column '{1}': {0}; they are in no model of the effect along it; they count among"
                    + " everybody"),
    W322(
            Domain.DATA,
            "outcome '{0}': {1} separates the outcomes, so that its coefficient {2} without end; {3} cannot be estimated with"
                    + " it; leave it out of the covariates, or merge its levels if the plan allows it"),
    L302(
            Domain.DATA,
            "outcome '{0}' is {1}: whoever is close to the cut on either side counts as unlike, and the rest as alike; wanted"
                    + " the amount itself compared; compare it too, or accept this with --allow L302 --because and the"
                    + " reason, or under 'allow' in the plan"),
    L303(
            Domain.DATA,
            "the effect on {0} is shown within the levels of '{1}' without a test that it differs between them; wanted"
                    + " one test of the interaction; ask for 'subgroups' by the same column, or accept this with --allow"
                    + " L303 --because and the reason, or under 'allow' in the plan"),
    E320(Domain.PLAN, "'{0}' is nothing that a plan can allow; wanted one of {1}; {2}"),
    // Files
    E150(Domain.FILE, "there is no file {0}; wanted a CSV file or a plan; {1}"),
    E151(Domain.FILE, "{0} is a folder; wanted a CSV file or a plan; name a file in it"),
    E152(Domain.FILE, "{0} could not be read ({1}); wanted a file that may be read; {2}"),
    E153(Domain.FILE, "{0} is not an ordinary file; wanted a file, or - for standard input; pipe it in and give -"),

    // Bytes and encoding
    E101(
            Domain.DATA,
            "every second byte is NUL, as in UTF-16 without its mark; wanted UTF-8, or UTF-16 with its mark; save as"
                    + " CSV UTF-8, or give --encoding {0}"),
    E102(
            Domain.DATA,
            "NUL at byte {0} of the file; wanted text, which holds none; the file is damaged or was cut short, so"
                    + " export it again"),
    E103(Domain.DATA, "byte 0x{0} is not UTF-8{1}; wanted UTF-8 throughout; {2}"),
    E104(
            Domain.DATA,
            "byte 0x{0} is not UTF-8 (in IBM850 it is '{1}'); wanted UTF-8 throughout; save as CSV UTF-8, or give"
                    + " --encoding IBM850"),
    W105("'{0}' looks like a letter that was encoded twice, here and on {1} in all; wanted the letter"
            + " itself; export again as CSV UTF-8"),
    W106("U+FFFD stands where a letter was lost before the export, here and on {0} in all; wanted the"
            + " letters; export again from the source"),
    E107(
            Domain.DATA,
            "this id and the id on line {0} differ only in how accents are composed; wanted one spelling of each id;"
                    + " save the ids in Unicode form NFC"),
    E108(
            Domain.DATA,
            "the id holds an invisible character or an odd blank (U+{0}); wanted an id that looks as it is; remove"
                    + " the character at the source"),
    W108("{0} holds {1} (first: U+{2}), in {3}; it was read as {4}; clean it at the source to be rid of this"
            + " warning"),
    W109("{0} holds marks that turn the direction of writing (first: U+{1}), in {2}; they were left out;"
            + " remove them at the source"),
    E110(
            Domain.DATA,
            "{0} holds the control character U+{1}; wanted text on one line; remove the character at the source"),
    E111(Domain.DATA, "this is {0}; wanted CSV text; {1}"),
    E112(Domain.DATA, "this is {0}; wanted CSV text; {1}"),
    E113(
            Domain.DATA,
            "the file begins with the mark of {0} but --encoding says {1}; wanted the two to agree; leave"
                    + " --encoding out"),
    E114(
            Domain.DATA,
            "byte {0} of the file (0x{1}) means nothing in {2}; wanted text in {2}; give --encoding with the encoding"
                    + " it was saved in"),

    // Lines, quotes, delimiters
    E120(Domain.DATA, "the file holds no text; wanted a header line and rows; export it again"),
    E121(Domain.DATA, "there is a header and no row; wanted one row for each person; export it again with its rows"),
    E122(
            Domain.DATA,
            "the first line looks like data, not like names of columns; wanted a header with {0}; write the names of"
                    + " the columns on a line above"),
    E123(
            Domain.DATA,
            "the names of the columns stand on line {0}, under other lines; wanted them first; give --skip {1}"),
    E124(
            Domain.DATA,
            "the last row is a total ({0}); wanted people only; remove the row, which would count as one more person"),
    E125(
            Domain.DATA,
            "the last line has {0} of {1} fields and no line end, so the file may be cut off; wanted a whole last"
                    + " row; export it again"),
    E126(
            Domain.DATA,
            "a quote that opens here is not closed {0}; wanted a closing quote; close it, or give --quote none if"
                    + " quotes are part of the text"),
    E127(
            Domain.DATA,
            "text follows a closing quote in field {0}; wanted a delimiter or the line's end; double the quotes that"
                    + " belong to the text"),
    E128(
            Domain.DATA,
            "a quote inside field {0}, which is not quoted; wanted the field in quotes with its own quotes doubled;"
                    + " export it so, or give --quote none if quotes are part of the text"),
    E129(
            Domain.DATA,
            "a quote after a backslash in field {0}; wanted quotes inside a field doubled, not escaped; export with"
                    + " doubled quotes"),
    E130(
            Domain.DATA,
            true,
            "field {0} stands in typographic quotes (U+{1}); wanted straight quotes; export again, or --allow E130"
                    + " --because TEXT if they are part of the text"),
    E131(Domain.DATA, "{0}; wanted {1} as in the header; write every field of the row, empty where it is missing"),
    E132(Domain.DATA, "{0}; wanted {1} as in the header; {2}"),
    E133(
            Domain.DATA,
            "the delimiter cannot be told ({0}); wanted one that cuts every line into as many fields; give"
                    + " --delimiter"),
    E134(
            Domain.DATA,
            "the header stands here again; wanted it once; remove this line, and see whether two exports were joined"),
    E135(
            Domain.DATA,
            "more than {0} fields; wanted a table of at most so many columns; see whether the line ends were lost"),
    E136(
            Domain.DATA,
            "field {0} is longer than {1} characters; wanted a cell of a table; see whether a quote or a delimiter is"
                    + " missing"),
    E137(Domain.DATA, "no line end in {0} bytes; wanted lines of text; see whether the line ends were lost"),
    E138(Domain.DATA, "more than {0} rows (about {1}); wanted at most so many; give --max-rows with a higher limit"),
    W139("{0}, the first here; skipped; remove what is blank to be rid of this warning"),
    E147(Domain.DATA, "more than {0} bytes; wanted at most so many; export only the columns that are used"),
    W147("lines end in more than one way ({0}); all were read; see whether two files were joined"),
    E148(Domain.DATA, "--skip {0} leaves nothing of the file; it has {1} lines; give a lower number"),

    // Header
    E140(Domain.DATA, "columns {0} and {1} are both named '{2}'; wanted each name once; rename one of them"),
    E141(
            Domain.DATA,
            true,
            "columns {0} and {1} are named alike but for case or blanks ('{2}', '{3}'); wanted names that cannot be"
                    + " taken for each other; rename one, or --allow E141 --because TEXT"),
    E142(
            Domain.DATA,
            true,
            "column {0} has no name and holds values; wanted a name for each column; name it, or --allow E142"
                    + " --because TEXT to leave it unread"),
    W142("{0} at the end without name and values, as Excel leaves them; left out; remove what is empty"),
    E143(Domain.DATA, "no column '{0}'{1}; the columns are {2}; {3}"),
    E144(
            Domain.DATA,
            "the name of column {0} holds {1}, which is not shown; wanted a name that says nothing of a person;"
                    + " rename the column"),
    E146(
            Domain.DATA,
            "the names of the columns ({0}) stand below one another in the first column; wanted one row for each"
                    + " person; turn the table"),

    // Ids
    E200(Domain.DATA, "the same id as on line {0}{1}; wanted one row for each person; {2}"),
    E203(
            Domain.DATA,
            "the id was rounded by a spreadsheet (as in 1.23E+09), so digits are lost; wanted the id itself; export it"
                    + " again as text"),
    W204("{0} of 15 digits or more with 000 at the end, the first here; a spreadsheet keeps 15 digits; compare them"
            + " with the source"),
    E205(
            Domain.DATA,
            true,
            "the id ends in .0 and other ids do not; wanted ids of one form; export the ids as text, or --allow E205"
                    + " --because TEXT"),
    W205("every id ends in .0, as numbers from a statistics program; they were read as they stand; export ids as text"),
    E206(
            Domain.DATA,
            true,
            "this id and the id on line {0} differ only in case or blanks; wanted ids that cannot be taken for each"
                    + " other; correct one, or --allow E206 --because TEXT if they are two people"),
    E207(Domain.DATA, "the id is missing; wanted one for each person; write it in at the source"),
    E213(
            Domain.DATA,
            "the same id as on line {0}, in another arm there; wanted each person in one arm; correct the row that is"
                    + " wrong"),

    // Arms and other labels
    E211(
            Domain.DATA,
            "labels that differ only in case or blanks: {0}; wanted one spelling of each arm; correct them at the"
                    + " source"),
    W211("labels that differ only in case or blanks: {0}; they were kept apart; correct them at the source"),
    E212(Domain.DATA, "{0}; wanted the arm of everybody randomised, because nobody is left out; write it in"),
    E214(Domain.DATA, "all {0} rows are in one arm, {1}; wanted at least two; give the whole trial, or --arm"),
    W216("the arms are numbers only ({0}); a number does not say which is the control; write labels"),
    W233(
            "labels that differ only as 'oe' from '\u00f8' or 'aa' from '\u00e5' do: {0}; they were kept apart; correct them"),
    E236(
            Domain.DATA,
            true,
            "{0} looks like a date that a spreadsheet made ({1}); wanted a label such as 1-2; format the"
                    + " column as text and export again, or --allow E236 --because TEXT"),
    E237(
            Domain.DATA,
            true,
            "{0} is a spreadsheet formula ({1}); wanted text that no spreadsheet runs; correct it, or --allow"
                    + " E237 --because TEXT to keep it as text"),
    W238("{0} looks like a missing value ({1}) but is not declared; it was read as a label; give --missing"),

    // Numbers
    E220(
            Domain.DATA,
            "{0} has a decimal {1}; wanted a decimal {2}; give --decimal {3} if the whole file is written so"),
    E221(
            Domain.DATA,
            "decimal commas and decimal points in one column (comma on line {0}, point on line {1}); wanted one mark;"
                    + " correct the column, or give --decimal if the other mark cuts thousands"),
    E222(
            Domain.DATA,
            "{0} can be read in two ways, as can every such number here ({1}); wanted to know whether the mark"
                    + " is decimal or cuts thousands; give --decimal . or --decimal ,"),
    E223(
            Domain.DATA,
            "{0} is not a number in a table; wanted digits with at most one decimal mark; correct it, or give"
                    + " --missing if it stands for a missing value"),
    E224(
            Domain.DATA,
            "{0} is too large or too small to compute with; wanted a number from 1e-307 to 1e100; correct it"),
    E225(Domain.DATA, "{0} has a minus of another kind; wanted - in front of the number; correct it"),
    E226(Domain.DATA, "{0} has digits of another script; wanted 0 to 9; correct it"),
    E227(Domain.DATA, "{0} has more than a number; wanted the number alone; {1}"),
    E228(
            Domain.DATA,
            "{0} is an error of a spreadsheet; wanted a value or an empty cell; mend the formula and export again"),
    E229(Domain.DATA, "{0} looks like a missing value but is not declared; declared are {1}; give --missing {2}"),
    W229("{0} occurs {1} and the next {2} is {3}; it looks like a code for missing and was read as a"
            + " number; give --missing {0} if it is one"),
    E230(
            Domain.DATA,
            true,
            "{0} is negative; wanted a time of zero or more; correct it, or --allow E230 --because TEXT"),
    W230("{0} below zero, the first on line {1}; read as it stands; correct what is wrong"),
    E234(
            Domain.DATA,
            "only two numbers, {0}; wanted to know whether they are a yes/no and which is the event; give --kind"
                    + " binary and --event-value with the one that is the event, or --kind amount"),
    E235(Domain.DATA, "all {0} values are missing; wanted some that are known; see whether it is the right column"),
    E238(
            Domain.DATA,
            "{0} has thousands marks; wanted plain digits; give --decimal . or --decimal , to say which mark is the"
                    + " decimal one, or export without thousands marks"),
    E240(
            Domain.DATA,
            "the outcome is text: {0}; wanted numbers or yes/no; give --kind binary --event-value V with the value"
                    + " that is the event"),
    E241(Domain.DATA, "{0} is not a number; wanted digits with at most one decimal mark; {1}"),
    E242(
            Domain.DATA,
            "no value is one of 1, yes, ja, true; the values are {0}; give --event-value with the one that is the"
                    + " event"),
    E243(
            Domain.DATA,
            true,
            "{0} values: {1}; wanted the event ({2}) and one other; put the others right, or --allow E243 --because"
                    + " TEXT if all of them mean no event"),
    E244(Domain.DATA, "no row has the event value '{0}'; the values are {1}; {2}"),
    W244("no row has the event value '{0}', all {1} known values are {2}; read as no events; see that it is so"),
    W246("{0} is more than {1} times the median of the values that are not 0; it was read as it stands; correct it"
            + " if it is wrong"),

    // Dates
    E260(
            Domain.DATA,
            "{0} is not written {1}; wanted dates in one declared form; write date_format: {2} under reading in the plan,"
                    + " or export dates as yyyy-mm-dd"),
    E261(Domain.DATA, "{0} is no day of the calendar; wanted a date; correct it at the source"),
    E262(
            Domain.DATA,
            "{0} has a year of two digits; wanted four, since the century is never guessed; export dates as"
                    + " yyyy-mm-dd"),
    E263(
            Domain.DATA,
            "{0} is a number, as spreadsheets and statistics programs count days; wanted a date; format the column as"
                    + " a date and export again"),
    E264(
            Domain.DATA,
            "{0} holds a time of day; wanted the day alone, so that no time zone can move it; export dates as"
                    + " yyyy-mm-dd"),
    E265(
            Domain.DATA,
            "{0} lies outside the years 1900 to 2199; wanted a day of the trial; correct it, or leave it empty"),
    E266(Domain.DATA, "{0} lacks a day or month; wanted a whole date, since none is filled in; complete it"),
    E267(
            Domain.DATA,
            "{0} is a week, a quarter or a month's name; wanted a date in digits; export dates as yyyy-mm-dd"),
    E268(Domain.DATA, "{0} is no date; wanted {1}; correct it, or declare it missing under reading in the plan"),

    // Spells and follow-up
    E250(
            Domain.DATA,
            "the spell begins {0} before this person was randomised; wanted spells after randomisation; write"
                    + " before_randomisation: exclude or count-from-randomisation under spells in the plan"),
    E251(
            Domain.DATA,
            "{0} lies after the data cut of {1}; wanted nothing later; correct it, move data_cut, or write"
                    + " after_data_cut: cut under spells in the plan"),
    E252(Domain.DATA, "{0}; wanted the day on which this person was randomised; {1}"),
    E253(Domain.DATA, "the spell ends before it begins; wanted a last day on or after the first; correct one of them"),
    E254(
            Domain.DATA,
            "the spell overlaps the one of the same activity on line {0}{1}; wanted to know what that means; {2}"),
    W255("{0} wholly like an earlier one of the same person, the first here; counted once, as the plan says; see why"
            + " they were exported twice"),
    E256(
            Domain.DATA,
            "the spell reaches beyond the day on which this person {0} (line {1} of {2}); wanted it to end by then;"
                    + " correct one of the two, or write after_last_seen: cut under spells in the plan"),
    W256(
            "the end of {0} is after the day on which the person withdrew or was lost, the first here; nothing after that day"
                    + " counts; see which of the two is right, or write after_last_seen: cut under spells in the plan"),
    E257(
            Domain.DATA,
            "the spell begins after the day on which this person was last seen (line {0} of {1}); wanted nothing later"
                    + " than what was seen; correct one of the two, or write after_last_seen: cut under spells in the plan"),
    E258(Domain.DATA, "the id is not among the participants; wanted rows of people who were randomised; {0}"),
    E259(
            Domain.DATA,
            "this person has no row in {0}; wanted to know of everybody how long they were followed; add the row"),
    E231(Domain.DATA, "{0} hours in a week that has 168; wanted what one person can work; {1}"),
    W231("{0} above 80 hours a week, the first here; read as they stand; correct what is wrong"),
    W232("{0} of 0 hours a week, the first here; the spell counts all the same; see whether it is one"),
    E269(
            Domain.DATA,
            "somebody {0} and the plan does not say what is known after that; wanted a rule; write {1}: no-activity or"
                    + " not-observed under follow_up.after in the plan"),
    E270(
            Domain.DATA,
            "no spell is of the activity '{0}' that the plan counts on line {1}; the activities are {2}; {3}"),
    W271("outcome '{0}': {1} people were not observed throughout the window; {2} of them are known to be a yes and"
            + " count, the others are missing, so that the share of those assessed leans upwards; see the fillings"),
    E273(
            Domain.DATA,
            "{0} is no week of the calendar; wanted weeks of ISO 8601 such as 2014-W09; correct it at the source"),
    E274(Domain.DATA, "another row tells of the same week of this person; wanted one; remove the one that is wrong"),
    E272(Domain.DATA, "the {0} is missing; wanted it in every row; write it in at the source"),

    // Times to an event
    E280(
            Domain.DATA,
            "the {0} is missing; wanted time and event of everybody, since nobody is left out; write in when this person"
                    + " was last seen and no event, or time 0 if that was never"),
    E281(
            Domain.DATA,
            "the cause {0} stands beside no event; wanted no cause, or 0, where the time is censored; correct one of the"
                    + " two"),
    E282(Domain.DATA, "the event has no cause; wanted the cause of every event; write it in, or leave --cause out"),
    E283(Domain.DATA, "{0} is a time before the start; wanted a time of zero or more; correct it"),
    E284(
            Domain.DATA,
            "the times are not decimal numbers of at most nine places, so that equal times may not be equal; wanted whole"
                    + " days, or decimals; write days in the place of days over 365.25"),
    E365(
            Domain.DATA,
            "the entry is missing; wanted when this person came under observation; write 0 if that was the start"),
    E366(
            Domain.DATA,
            "{0} is an entry before the start; wanted a time of zero or more, counted from where the times are counted;"
                    + " write 0 for whoever was under observation from the start"),
    E367(
            Domain.DATA,
            "the entry {0} is not before the time of the same person; wanted somebody to be under observation from just"
                    + " after the entry to the time; correct one of the two, or leave the row out and say how many those are"),
    // Claims of published reports
    E285(Domain.DATA, "{0} stands here; wanted {1}; {2}"),
    E286(
            Domain.DATA,
            "the same claim as on line {0}; wanted each report, outcome and arm, or effect, once; where the report prints"
                    + " it twice, give the places names of their own under outcome"),
    E287(
            Domain.DATA,
            "the effect does not say {0}; wanted two of the report's arms under arm and reference; the others of this"
                    + " report and outcome are {1}"),
    E288(
            Domain.DATA,
            "the row claims nothing; wanted a count, a percentage, a mean or an effect; fill it in, or take it out"),
    E289(Domain.DATA, "{0}; wanted one of {1}; correct it, or leave the effect out"),
    // Covariates
    E290(
            Domain.DATA,
            "only {0} different numbers, {1}, which may be codes; wanted to know whether they are codes or an amount;"
                    + " give --categories {2} or --amounts {2}"),
    E291(
            Domain.DATA,
            "{0} different labels of {1} people; wanted a category whose levels people share; map them to fewer under"
                    + " codes in a plan, or leave the column out"),
    // Ordered levels
    W247(
            "outcome {0} is {1}, of which {2} tells how many are missing and no more; wanted another outcome for more than that;"
                    + " see what {3} says of it"),
    W248(
            "the levels of {0} are those that occur in the file, so that each tells that somebody is at it; wanted all levels"
                    + " that there are; name them under 'levels' in a plan"),
    E292(
            Domain.DATA,
            "the levels are text: {0}; wanted whole numbers in the order of the levels; number them in the file, or name"
                    + " them, lowest first, under 'levels' of the outcome in a plan"),
    E293(Domain.DATA, "{0} is no whole number; wanted the number of a level; correct it, or give --kind amount"),
    E294(
            Domain.DATA,
            "{0} different values; wanted at most {1} ordered levels; give --kind amount, which looks at the numbers"
                    + " themselves"),
    E295(Domain.DATA, "{0} is no level of the outcome; wanted one of {1}; {2}"),
    E297(
            Domain.DATA,
            "the level '{0}' of the plan counts as missing; wanted levels that do not, and {1} do; give the level another"
                    + " name, or say what is missing with --missing"),
    E296(
            Domain.USAGE,
            "--method {0} is not for ordered levels; wanted one of {1}; name one of them, or read the outcome with --kind"
                    + " amount"),

    // Missing outcomes
    E360(
            Domain.USAGE,
            "the tipping grid of {0} vs {1} has {2} cells, which {3} takes too long for; wanted at most {4} of them;"
                    + " name another method of the risk difference first, such as miettinen-nurminen"),

    E361(
            Domain.DATA,
            "values of {1} outside the range from {2} to {3}: {0}; wanted a range that holds whatever the amount can"
                    + " be; widen it, or correct the values"),

    // Imputation
    E370(
            Domain.DATA,
            "{0} is the same of everybody in {1} of whom it is known, so that it tells nothing about {2}; wanted columns"
                    + " that differ; leave it out of --covariates"),
    E371(
            Domain.DATA,
            "among the people of {1}, {0} follows from {3}, so that {2} cannot be imputed from all of them; wanted columns"
                    + " that do not follow from others; leave one of them out of --covariates"),
    E372(
            Domain.DATA,
            "all known values of {0} in {1} are alike, or none is known; wanted different ones to impute from;"
                    + " --impute-arms together may have them, or leave --imputations out"),
    E373(
            Domain.DATA,
            "{0} is known of too few people in {1} for so many covariates; wanted more people than columns; name fewer"
                    + " under --covariates, or --impute-arms together"),
    E374(
            Domain.DATA,
            "the imputation of {0} in {1} came to no end ({2}); wanted a model that can be fitted; name fewer columns"
                    + " under --covariates"),
    E375(
            Domain.DATA,
            "{0} is missing of somebody and has {1} levels; wanted {2} at most; leave it out of --covariates, merge levels, or"
                    + " map its missing to a level"),
    E377(
            Domain.DATA,
            "{0} is not the sum of {1}, which are known; wanted columns that agree; correct the cell, or its parts"),
    E378(
            Domain.DATA,
            "the sum is known and more than one of its parts is not ({0}); wanted one at most, which follows from the"
                    + " others; write in the parts, or leave the sum empty to have them imputed"),
    E379(
            Domain.DATA,
            "the column is to be {0} and holds no amounts; wanted numbers; say so with --kind amount, or of a covariate"
                    + " with --amounts"),

    // Data against the plan
    E210(
            Domain.DATA,
            "{0} is no arm of the plan ({1}); wanted one of these{2}; correct the cell, or the arm's labels and order in"
                    + " the plan"),
    E215(Domain.DATA, "nobody is in the arm '{0}' that the plan names on line {1}; the arms of the file are {2}; {3}"),
    E217(
            Domain.DATA,
            "{0} people are in the arm '{1}'; the plan expects {2} on line {3}; see whether the labels were swapped or"
                    + " the file is another version"),
    E218(
            Domain.DATA,
            "the file has {0} rows; the plan expects {1} on line {2}; see whether it is another version, or was cut"),
    E233(
            Domain.DATA,
            "{0} is mapped to nothing in the plan, where {1} are; wanted one of them{2}; correct the cell, or map it"
                    + " under codes in the plan"),

    // Plan
    E400(Domain.PLAN, "this is not YAML: {0}; wanted YAML 1.2; {1}"),
    E402(Domain.PLAN, "byte 0x{0} is not UTF-8; wanted a plan in UTF-8; save it as UTF-8"),
    E403(Domain.PLAN, "the plan is longer than {0} characters; wanted a plan that people can read; shorten it"),
    E404(
            Domain.PLAN,
            "values stand more than {0} levels deep; wanted a plan as the help page shows it; take levels out"),
    E405(Domain.PLAN, "{0} stands here; wanted a plan without tags, anchors, aliases and merge keys; {1}"),
    E406(Domain.PLAN, "a second document begins here; wanted one plan in a file; remove it, or the line '---'"),
    E407(Domain.PLAN, "the key '{0}' stands on line {1} already; wanted each key once; remove one of the two"),
    E408(Domain.PLAN, "there is no key '{0}' here; {1}; correct it, or leave it out"),
    E409(Domain.PLAN, "'{0}' is missing; wanted {1}; write it in"),
    E410(Domain.PLAN, "{0} stands here; wanted {1}; {2}"),
    E412(Domain.PLAN, "'{0}' is not known here; wanted one of {1}; {2}"),
    E413(Domain.PLAN, "{0} is out of range; wanted {1}; give another number"),
    E414(Domain.PLAN, "{0} is not a fraction; wanted a number strictly between 0 and 1; for {1} % write {2}"),
    E415(Domain.PLAN, "the text {0}; wanted {1}; {2}"),
    E416(Domain.PLAN, "the path '{0}' {1}; wanted a file in the plan's folder or below; {2}"),
    E417(Domain.PLAN, "the id '{0}' stands on line {1} already; wanted each id once; name one otherwise"),
    E418(Domain.PLAN, "there is no {0} '{1}' in the plan; wanted one of {2}; {3}"),
    E419(Domain.PLAN, "the codes '{0}' {1}; wanted {2}; {3}"),
    E420(
            Domain.PLAN,
            "'{0}' has codes in common with '{1}' on line {2}, which means something else; wanted each code to mean one"
                    + " thing; set them apart"),
    E421(Domain.PLAN, "'{0}' is not among the arms that the plan names ({1}); wanted one of them; {2}"),
    E422(Domain.PLAN, "an analysis has {0}; wanted exactly one of {1}; {2}"),
    E423(Domain.PLAN, "outcome '{0}' is {1}; {2} takes {3}; ask another question of it, or correct its kind"),
    E424(Domain.PLAN, "'{0}' is no {1} of {2}; wanted one of {3}; {4}"),
    E425(Domain.PLAN, "'{0}' does not go with {1}; wanted it only where it means something; leave it out"),
    E426(Domain.PLAN, "{0}; wanted {1}; {2}"),
    E427(Domain.PLAN, "the analysis names '{0}' twice; wanted each outcome once; take one out"),
    E428(Domain.PLAN, "'{0}' is the column of ids, which are never shown; wanted another column; name that one"),
    E435(
            Domain.PLAN,
            "a window of {0} holds {1} whole weeks; wanted 1 to {2} of what is told week by week; give another 'within'"),
    E440(Domain.PLAN, "the range {0}; wanted the least and the most that the amount can be, such as [0, 168]; {1}"),
    E430(Domain.PLAN, "the level '{0}' does not occur in column '{1}' of the data; its levels are {2}; {3}"),
    E340(Domain.PLAN, "tau {0} lies beyond the last time of {1}; wanted at most {2}; give another time"),
    E450(Domain.PLAN, "{0}; wanted a lock as 'ipstrial plan lock' wrote it; take it back from where it is kept"),
    E451(Domain.PLAN, "there is no lock {0}; wanted a plan that was locked; lock it with 'ipstrial plan lock {1}'"),
    E452(
            Domain.PLAN,
            "{0} is there and {1} is not; wanted all data that the plan names, or none yet; put the rest beside it"),
    E453(
            Domain.PLAN,
            "the plan was locked on {0} with other data ({1}); wanted a plan that is not locked yet, or as it is; see"
                    + " 'ipstrial plan verify {2}'"),
    E454(
            Domain.PLAN,
            "another plan was locked here on {0}; wanted a plan that is not locked yet, or as it is; see 'ipstrial plan"
                    + " diff {1}', and keep the old lock under another name if this plan is to be locked"),

    E460(Domain.DATA, "{0}; wanted results as --format json writes them; write them again"),

    // Three arms or more, and hypotheses tested together
    E431(
            Domain.PLAN,
            "dunnett does not go with {0}; it compares the means of several arms with the one control; write for example"
                    + " 'multiplicity: holm'"),
    E432(Domain.PLAN, "the hypothesis {0} stands here a second time; wanted each once; take one out"),
    E433(
            Domain.PLAN,
            "the hypothesis {0} has no result: {1}; wanted one that the analysis gives; correct the hypothesis, or what the"
                    + " analysis does"),
    E434(
            Domain.PLAN,
            "analysis '{0}' adjusts its own contrasts with 'multiplicity'; wanted one family, that of 'hypotheses'; take"
                    + " 'multiplicity' out of the analysis"),
    E381(
            Domain.PLAN,
            "the weights of the hypotheses add up to {0}; wanted at most 1, since alpha is spent but once; lower some"),
    E382(
            Domain.PLAN,
            "'{0}' hands on {1} of its alpha; wanted at most 1, since it has no more; lower some of its transitions"),
    E383(Domain.PLAN, "'{0}' hands on alpha to itself; wanted other hypotheses only; take it out"),
    E384(
            Domain.PLAN,
            "no alpha can ever reach '{0}', which has the weight 0 and gets none from those that have some; wanted each"
                    + " hypothesis to be tested at some time; give it a weight, or a transition that leads to it"),
    W310("the plan tests {0} hypotheses together ({1}), and {2}; {3}; run the plan as it stands for all of them"),
    E310(
            Domain.USAGE,
            "--method {0} is of all arms, three or more, and there are {1} ({2}); wanted a test of two arms; leave it"
                    + " out"),
    E311(Domain.USAGE, "dunnett does not go with {0}; it compares the means of several arms with the one control; {1}"),

    // Is it IPS, and is it run as IPS
    E530(
            Domain.USAGE,
            "{0} {1} is not a fraction; wanted a share strictly between 0 and 1, such as 0.6 for 60 %; give it so"),
    E531(Domain.DATA, "{0} stands here; wanted {1}; correct the cell"),
    E532(Domain.DATA, "{0} stands on line {1} already; wanted it once; see which row is right, and remove the other"),
    E533(
            Domain.DATA,
            "the columns are {0}; wanted either those of assignments (id, consultant, role, start, end) or those of counts"
                    + " (consultant, role, date, participants); name the columns of one of the two"),
    E534(
            Domain.DATA,
            "{0} is before {1}; wanted a last day that is not before the first; see which of the two is right"),
    E535(
            Domain.DATA,
            "{0} is after the data date {1}; wanted no day of which the data cannot know yet; correct the cell, or give a later"
                    + " --until"),
    E536(
            Domain.DATA,
            "the contact on {0} is before the enrolment on {1}; wanted the first contact from enrolment on; a contact of an"
                    + " earlier enrolment does not belong here"),
    E537(
            Domain.DATA,
            "this person stands nowhere in {0}; wanted people who are known there; see whether the pseudonyms are those of the"
                    + " same export"),
    E538(
            Domain.DATA,
            "this person is with this consultant already on some of these days, by line {0}; wanted each day once; join the rows,"
                    + " or correct the days"),
    E539(
            Domain.DATA,
            "the role is {0} here and {1} on line {2}; wanted one role of each, on which the limit depends; name somebody who"
                    + " changed role apart, such as 'B7 as leader'"),
    E550(
            Domain.DATA,
            "{0} holds contacts one a row, which tell no enrolment; wanted assignments in the first file, whose first day is"
                    + " that; give them, or one row a person with id, enrolled_on and first_employer_contact_on"),
    E551(
            Domain.USAGE,
            "the plan has no {0} for this command; wanted the file there; write it in, or give the file in the place of the"
                    + " plan"),
    W533("{0} contacts with employers are before the enrolment of their person and not counted; wanted contacts from"
            + " enrolment on; see whether the days are right"),
    W534(
            "{0} first contacts with employers are after their person left, who counts as gone without one; wanted contacts"
                    + " before that; see whether the days are right"),
    W535(
            "{0} people of the caseloads have no row here and are left out of the time to the first contact; wanted everybody;"
                    + " see whether rows are missing"),
    W530(
            "team {0} is left out of the association by {1}, since {2}; wanted both numbers of each team; see whether it is"
                    + " spelled alike"),
    W531(
            "{0} earlier screenings by {1} are passed over; wanted one of each person, of which the latest counts; take out"
                    + " those that should not count"),

    // Privacy
    E300(
            Domain.PRIVACY,
            true,
            "{0} % of the values look like national personal numbers, which are not shown; wanted pseudonyms; replace"
                    + " them, or --allow E300 --because TEXT"),
    E301(
            Domain.PRIVACY,
            "values look like national personal numbers ({0}), which are not shown; wanted labels or numbers that"
                    + " a table may show; remove them from the column"),
    E701(
            Domain.PRIVACY,
            "the report in {0} hides groups of fewer than {1} people, and --min-cell {2} would tell what it hides; wanted at"
                    + " least {1}; leave --min-cell out, and it is as in the report"),
    // Studies
    E500(Domain.DATA, "{0} stands here; wanted {1}; {2}"),
    E501(
            Domain.DATA,
            "the effect has neither a standard error nor both limits; wanted std_error, or conf_low and conf_high; fill"
                    + " them in, or take the study out"),
    E502(
            Domain.DATA,
            "the effect does not lie between its limits, or they are the wrong way round; wanted conf_low below conf_high"
                    + " and the effect between; correct the row"),
    E503(
            Domain.DATA,
            "the same study as on line {0}; wanted a name of its own for each row; where a study has several arms, name"
                    + " the arm too and mark the rows under shared_control"),
    E504(Domain.DATA, "{0} events among {1} people; wanted no more events than people; correct the row"),
    E505(
            Domain.DATA,
            "these studies are of the same people: {0}; wanted each person once, since studies are pooled as if they were"
                    + " independent; keep one of the rows"),
    E506(
            Domain.DATA,
            "{0} studies have a number in this column and {1} have words; wanted one or the other; correct the column"),
    E507(
            Domain.DATA,
            "{0} share the control arm '{1}'; wanted each person once, since studies are pooled as if they were"
                    + " independent; give --shared-control combine (their treatment arms as one) or split (the control"
                    + " arm in equal parts)"),
    E508(
            Domain.DATA,
            "{0} share the control arm '{1}' and do not have the same numbers there; wanted one arm to be one; correct"
                    + " the rows, or give them marks of their own under shared_control"),
    E509(
            Domain.DATA,
            "{0} share the control arm '{1}' and the table has effects only; wanted counts or means, without which the"
                    + " arm can be neither combined nor split; keep one of the rows"),
    E510(
            Domain.DATA,
            "no {1} can be made of {0} as it stands, because of empty cells; wanted a decision, since leaving them out or adding"
                    + " to them in silence would change the result; give --zero-cells add-half or leave-out, or a"
                    + " --method that needs neither: {2}"),
    E511(
            Domain.DATA,
            "the moderators cannot be fitted to {0} studies ({1}); wanted fewer coefficients than studies, none of them a"
                    + " sum of others; leave out a --moderator"),
    E512(
            Domain.DATA,
            true,
            "a test of small studies with {0} studies; wanted ten at least, since with fewer it finds nothing even where"
                    + " there is something; leave out --small-study, or give --allow E512 --because TEXT"),
    E513(
            Domain.DATA,
            "no {1} can be made of {0} ({2}); wanted studies whose effect has a variance above 0; correct the rows, or take them"
                    + " out"),
    E514(
            Domain.DATA,
            "{0} have no year; wanted one for each study, by which studies are added one after the other; fill in the"
                    + " column year, or leave out --cumulative"),
    E515(
            Domain.DATA,
            "the trial of the plan is called '{0}', as {1}; wanted each person once, and a name of its own for each study;"
                    + " take the row out if it is the same trial, or rename the trial in the plan"),
    E516(
            Domain.DATA,
            "{0}; wanted one arm to set against the control arm '{1}', which is not guessed; give --own-arm with one of {2}"),
    E517(
            Domain.DATA,
            "the outcome '{0}' is {1}, and --measure {2} is of {3}; wanted an outcome of that kind; give --own-outcome with"
                    + " another of {4}, or another --measure"),
    E518(
            Domain.DATA,
            "the outcome '{0}' is known of {1} people of the arm '{2}'; wanted {3} at least, without whom the trial has no"
                    + " effect; give another --own-outcome, or leave out --with-own"),
    E519(
            Domain.DATA,
            "{0} and no method that pools effects with their variances; wanted one, since counts cannot be filled in; name"
                    + " one in --method besides, such as reml, or leave out --small-study {0}"),
    W500("the effect lies off the middle of its limits by more than rounding, taken as {0}; see whether --scale is"
            + " right; the standard error is made from the width of the limits"),
    W501("left out, since no {0} can be made of them: {1} ({2}); they count in no number of studies; --measure"
            + " risk-difference takes them"),
    W502("one half was added to each of the four cells of {0}, as asked; their effects are not those of their counts;"
            + " mantel-haenszel and peto need nothing added"),
    W503(
            "left out as asked, because of empty cells: {0}; the pooled effect is of the others only; --zero-cells add-half"
                    + " keeps them"),
    W504("coefficients of moderators: {0}, studies: {1}; wanted ten studies for each coefficient; read the coefficients"
            + " with care"),
    W505(
            "subgroup '{0}' has fewer than two studies with an effect; it is in no test between subgroups; merge subgroups if"
                    + " it was planned so"),
    W302("the column is not used and looks like {0}; it was not kept; remove it from the file");

    private final Domain domain;
    private final boolean allowable;
    private final String template;

    FindingCode(Domain domain, String template) {
        this(domain, false, template);
    }

    /** A warning about the data; it can always be accepted. */
    FindingCode(String template) {
        this(Domain.DATA, true, template);
    }

    FindingCode(Domain domain, boolean allowable, String template) {
        this.domain = domain;
        this.allowable = allowable;
        this.template = template;
    }

    /** The code as it is printed, such as {@code E131}. */
    public String id() {
        return name();
    }

    /** What the finding is about. */
    public Domain domain() {
        return domain;
    }

    /** Whether {@code --allow} may accept it: only where it is well defined how the run goes on. */
    public boolean allowable() {
        return allowable;
    }

    /** What the finding does to the run, told by the letter of its code. */
    public Severity severity() {
        return switch (name().charAt(0)) {
            case 'E' -> Severity.REFUSAL;
            case 'W' -> Severity.WARNING;
            default -> Severity.LINT;
        };
    }

    /** The words, with placeholders. */
    public String template() {
        return template;
    }

    /**
     * The words of one finding.
     *
     * @param arguments what {@code {0}}, {@code {1}} and so on stand for; made visible, never taken as a pattern
     */
    String message(Object... arguments) {
        StringBuilder text = new StringBuilder(template.length() + 32);
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == '{' && i + 2 < template.length() && template.charAt(i + 2) == '}') {
                text.append(VisibleText.of(String.valueOf(arguments[template.charAt(i + 1) - '0'])));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
