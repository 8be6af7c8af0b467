## Coaching never overlaps with supervision.

$ coach init --name 'Ana Coach' && coach person add 'Dee Park'
You are Ana Coach. Next: coach person add 'Ben Reyes'
Added Dee Park. Next: coach agree 'Dee Park'

$ coach agree 'Dee Park' --supervises --accept defer,learn,risk --share self
coach: Coaching under supervision or evaluation is refused: people who fear for their evaluation do not show their weaknesses. Find Dee Park a coach who does not evaluate them, or record a mentoring relation with --kind mentoring --supervisor-mentor.
[4]

$ coach agree 'Dee Park' --kind coaching --supervisor-mentor --accept defer,learn,risk --share self
coach: Coaching under supervision or evaluation is refused: people who fear for their evaluation do not show their weaknesses. Record the relation as mentoring with --kind mentoring --supervisor-mentor, and find Dee Park a coach who does not evaluate them.
[4]

$ coach agree 'Dee Park' --supervisor-mentor --accept defer,learn,risk --share self
Agreement 1: Ana Coach and Dee Park, mentoring. What may leave: for the protégé and the coach alone.
Marked: Ana Coach supervises Dee Park. No observation belongs to this agreement.

$ coach agreement list
1  Ana Coach with Dee Park  mentoring, a supervisor as mentor: no coaching, since …

$ coach observe dee --from /dev/null
coach: Ana Coach supervises Dee Park: Coaching under supervision or evaluation is refused: people who fear for their evaluation do not show their weaknesses. Mentoring contacts are fine; for observation, find Dee Park a coach who does not evaluate them.
[4]
