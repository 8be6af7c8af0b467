## A file is a copy that leaves the database: it is listed, with what it was and where it went.

$ coach init --name 'Ana Coach' && coach person add 'Ben Reyes' && coach agree ben --accept defer,learn,risk --share self
…
$ coach behavior add --name 'asks a question' --technique event --key q --request 'Please count my questions' --definition 'Ben says a sentence that asks the group for words'
…
$ printf '0:05 q\n0:30 q\n' | coach observe --from - --length 10m --date 2026-11-20T09:15
Session 1 with Ben Reyes: 2 records in 10 min. Next: coach report 1

$ coach report --format md -o debrief.md
Wrote debrief.md

$ coach disclosures
…report of session 1, md, about Ben Reyes, to …/debrief.md, on one consent

$ coach report --format md -o debrief.md
coach: debrief.md exists; add --force to replace it, or name another file.
[3]

$ coach disclosures --json | grep -c '"what"'
1

$ coach export --format csv --for research
coach: …research…
[4]

$ coach doctor
…
