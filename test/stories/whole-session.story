## A coach and a protégé, from the first word to the first action.

$ coach
Nothing is recorded here yet. See a session first, or say who you are:

  coach demo   ·   coach init --name 'Ana Coach'

coach --help lists every command.

$ coach init --name 'Ana Coach'
You are Ana Coach. Next: coach person add 'Ben Reyes'

$ coach person add 'Ben Reyes' --stage induction
Added Ben Reyes. Next: coach agree 'Ben Reyes'

## Nothing is observed before there is an agreement.
$ coach observe 'Ben Reyes' --from /dev/null
coach: Ben Reyes has not agreed to this; start with coach agree 'Ben Reyes'.
[4]

$ coach agree 'Ben Reyes' --accept defer,learn --share self
coach: An agreement rests on three choices that Ben Reyes makes; still open: risk ("I take the risk of discussing my weaknesses."). Talk them over first, then type --accept defer,learn,risk.
[4]

$ coach agree 'Ben Reyes' --accept defer,learn,risk --share self
Agreement 1: Ana Coach and Ben Reyes, coaching. What may leave: for the protégé and the coach alone.
Next: coach behavior add --person 'Ben Reyes'

## Nothing is observed that was not asked for.
$ printf '0:05 q\n' | coach observe --from -
coach: Ben Reyes has not asked for anything to be observed; ask, then coach behavior add --person 'Ben Reyes'.
[3]

$ coach behavior add --name 'asks a question' --technique event --key q --request 'Please count my questions' --definition 'Ben says a sentence that asks the group for words' --modifier 'level: recall, analysis'
Added 'asks a question' (event), key q, as Ben Reyes asked: "Please count my questions"

$ coach behavior add --name 'talks' --technique duration --key q --request 'How long do I talk?' --definition 'Ben says words to the group'
coach: The key q belongs to 'asks a question'; choose another with --key, or retire that behavior first.
[3]

$ coach behavior add --name 'talks' --technique duration --key t --request 'How long do I talk?' --definition 'Ben says words to the group'
Added 'talks' (duration), key t, as Ben Reyes asked: "How long do I talk?"

$ coach behavior list
Ben Reyes asked for:
  q  asks a question  (event)  "Please count my questions"
  t  talks  (duration)  "How long do I talk?"

## A log with wrong lines is refused whole, with every place.
$ printf '0:05 q\n0:07 z\nhalf past q\n0:09 t\n' | coach observe --from - --length 10m
coach: 3 places of standard input can't be read, so nothing was stored; mend them and try again:
  line 2, column 6: nobody asked for 'z' to be observed; expected one of q (asks a question), t (talks)
  line 3, column 1: expected a time as 1:05 or 1:05.250, found 'half'
  line 4, column 6: expected t+ (begins) or t- (ends), since 'talks' is duration
[3]

$ coach session list
No session is recorded yet. Start one with coach observe

$ printf '# place: ward 3\n0:05 t+\n0:30 q recall "What did we change?"\n1:05.250 t-\n2:00 pause\n4:00 resume\n5:00 q analysis\n' | coach observe ben --from - --length 12m --date 2026-11-20T09:15
Session 1 with Ben Reyes: 4 records in 12 min. Next: coach report 1

$ coach session show
Session 1, 2026-11-20: Ben Reyes, observed by Ana Coach, 12 min, ward 3
  gap     2:00 to 4:00 (pause)
     1  0:05       talks  begins
     2  0:30       asks a question  recall  "What did we change?"
     3  1:05.250   talks  ends
     4  5:00       asks a question  analysis

$ coach log q --session 1 --at 6:30 --modifier recall
asks a question, 6:30 (session 1, record 5)

$ coach log q --session 1
coach: Session 1 has ended; say when it happened with --at 12:05, or how many with --count 12.
[2]

$ coach session void 5 --session 1
     5  6:30       asks a question  recall
coach: Nothing was changed: add --yes to go on, or run it in a terminal to be asked.
[2]

$ coach session void 5 --session 1 --yes
Voided record 5 of session 1.
     5  6:30       asks a question  recall

$ coach report --json | head -20
{
  "schema_version": 1,
…

$ coach prompts --seed 7 --count 2 --stage notice > once; coach prompts --seed 7 --count 2 --stage notice > twice; cmp once twice && echo the same
the same

$ coach reflect
coach: The conversation needs a terminal; coach prompts prints its questions without one.
[2]

$ coach goal add 'I wait three seconds' --behavior q --direction increase --by 2026-12-18 --action 'Count to three'
Goal 1 of Ben Reyes: "I wait three seconds"

$ coach action done 1
Action 1, "Count to three", is done.

$ coach goal list
[ ] 1  "I wait three seconds"; by 2026-12-18
     [x] action 1: Count to three

## A behavior with records keeps its meaning.
$ coach behavior edit q --definition 'Ben asks, and waits for words'
'asks a question' is now version 2; sessions before keep version 1 with its meaning.

$ coach agreement end 1
Agreement 1 with Ben Reyes has ended. What was recorded stays with the two of you.

$ coach observe ben --from /dev/null
coach: Ben Reyes has not agreed to this; start with coach agree 'Ben Reyes'.
[4]
