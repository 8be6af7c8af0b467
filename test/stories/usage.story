## What is typed wrongly gets one sentence and status 2.

$ coach obsrve
coach: unknown command 'obsrve'
(Did you mean observe?) Type coach --help, or coach COMMAND --help.
[2]

$ coach report --every 30s
coach: --every belongs to a method; add --as partial-interval.
[2]

$ coach init
coach: --name is needed here; add it to the command, or run it in a terminal to be asked.
[2]

$ coach agree Nobody --accept all
coach: --accept takes defer, learn, risk; 'all' is none of them.
[2]

$ coach observe
coach: A live session needs a terminal; without one, give a log with --from FILE (or - for standard input).
[2]

$ coach report
coach: No session is recorded yet; start one with coach observe.
[3]

$ echo 'not a database' > notes.txt; coach --db notes.txt person list
coach: The database notes.txt is damaged or not a database; restore a backup with coach restore FILE.
[5]

$ coach --db /proc/none/coach.db person list
coach: The database /proc/none/coach.db could not be opened; check the path, or name another file with --db.
[5]

$ coach help behavior add | head -1
Usage: coach behavior add [options]

$ coach --version
0.1.0
