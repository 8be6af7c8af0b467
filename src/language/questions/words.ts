/**
 * The words that English questions are built from, by class. Each class has a letter, by which patterns name
 * it.
 */

export interface WordClass {
  letter: string
  /** Separated by white space, each in every form that counts. */
  words: string
  /** The words are base forms, and every inflection of them counts. */
  inflected?: true
}

export const wordClasses = {
  /** Question words. */
  wh: {
    letter: 'W',
    words: 'what who whom whose which where when why how whatever',
  },
  /** Auxiliaries, which come first in a question. */
  aux: {
    letter: 'V',
    words: "do does did is are was were am has have had can could will would shall should may might must 's",
  },
  /** Subjects of one word. */
  pronoun: {
    letter: 'P',
    words: `
      i you we they he she it this that these those there one someone somebody anyone anybody everyone
      everybody nobody`,
  },
  /** Words that begin a subject of several. */
  determiner: {
    letter: 'T',
    words: `
      the a an my your our their his her its some any each all most both another no every either neither
      enough half`,
  },
  /** People, one or several, by their part in the work. */
  person: {
    letter: 'H',
    words: `
      nurse nurses doctor doctors surgeon surgeons physician midwife medic medics carer carers staff
      team teams crew crews student students pupil pupils class learner learners trainee trainees
      apprentice apprentices intern interns teacher teachers tutor tutors coach coaches mentor manager
      managers supervisor supervisors boss director leader leaders lead leads assistant assistants aide
      aides clerk receptionist secretary colleague colleagues partner partners parent parents mother
      father mum mom dad son daughter brother sister kid kids child children boy boys girl girls family
      families patient patients client clients customer customers guest guests driver drivers pilot
      operator operators engineer engineers developer developers technician technicians mechanic player
      players captain goalkeeper defender referee guard guards officer officers worker workers employee
      employees agent agents rep reps salesperson waiter waiters chef cook cooks server porter
      pharmacist volunteer volunteers member members department people person man woman men women guy
      guys shift group registrar registrars consultant consultants paramedic paramedics therapist
      therapists counsellor counsellors counselor counselors psychologist psychiatrist dentist dentists
      hygienist vet vets farmer farmers farmhand builder builders plumber plumbers electrician
      electricians carpenter carpenters painter painters welder welders fitter fitters machinist foreman
      forewoman architect architects surveyor surveyors inspector inspectors auditor auditors accountant
      accountants lawyer lawyers solicitor barrister judge prosecutor juror jurors witness witnesses
      detective detectives constable sergeant soldier soldiers recruit recruits cadet cadets commander
      sailor sailors skipper deckhand deckhands firefighter firefighters dispatcher dispatchers
      controller controllers conductor conductors musician musicians singer singers altos tenors
      sopranos basses violins violinist trumpets dancer dancers actor actors actress stagehand
      stagehands producer producers editor editors writer writers journalist journalists reporter
      reporters photographer designer designers programmer programmers tester testers analyst analysts
      researcher researchers librarian librarians curator curators warden wardens prisoner prisoners
      minister ministers mayor councillor councillors council committee board management bartender
      barista host housekeeper housekeepers maid cleaner cleaners caretaker janitor gardener gardeners
      landlord tenant tenants neighbour neighbours neighbor neighbors friend friends husband wife
      girlfriend boyfriend toddler teenager teenagers resident residents visitor visitors passenger
      passengers cyclist rider riders striker keeper midfielder winger forwards defence defense bench
      runner runners swimmer swimmers athlete athletes umpire trainer trainers instructor instructors
      lecturer professor principal headteacher dean candidate candidates applicant applicants treasurer
      chairman trustee trustees vendor vendors supplier suppliers contractor contractors subcontractor
      subcontractors courier couriers cashier cashiers buyer buyers broker adviser advisor caseworker
      caseworkers midwives physicians captains referees receptionists secretaries clerks pharmacists
      porters servers pilots mechanics owner owners chief chiefs crewman lifeguard lifeguards chaplain
      priest pastor deacon steward stewards usher ushers ranger rangers mentors teammate teammates
      roommate classmate classmates`,
  },
  /** Words that may stand between an auxiliary or a subject and its verb. */
  adverb: {
    letter: 'B',
    words: `
      also just really ever actually possibly perhaps maybe please simply first then already honestly
      seriously even still usually typically normally generally specifically personally currently kindly
      briefly truly not all instead yet exactly precisely genuinely suddenly deliberately`,
  },
  /** Requests to tell, by themselves. */
  telling: {
    letter: 'R',
    words: `
      describe explain share elaborate expand outline clarify illustrate summarise summarize unpack
      recount narrate recap reflect recall paint sketch retell relate reconstruct replay retrace trace
      comment`,
  },
  /** Verbs that make 'could you …' a question about what was possible, and no suggestion. */
  perceive: {
    letter: 'E',
    words: `
      see hear feel tell notice sense smell taste swim read understand afford sleep reach lift believe
      recognise recognize find access attend remember recall breathe walk drive eat stand move repeat
      hold`,
  },
  /** What a suggestion proposes: 'how about using'. */
  gerund: {
    letter: 'S',
    words: `
      trying using adding starting giving asking moving setting having making doing taking changing
      including switching splitting putting letting breaking inviting calling going getting waiting
      pairing offering scheduling arranging delegating reducing increasing creating joining meeting
      bringing replacing limiting allowing rotating writing sending planning practicing practising
      slowing beginning holding introducing sharing showing keeping removing dropping checking stopping
      spending running`,
  },
  /** Nouns asked for by one fact: 'what time'. */
  fact: {
    letter: 'C',
    words: `
      time date day month year age number percentage percent proportion colour color size score grade
      mark page class room street city country town language brand model version title price temperature
      weight height speed dose dosage rate amount quantity shift team department school company hospital
      ward unit floor subject software channel station university college medications medication chapter
      position gauge bus route train flight browser device sport instrument gear meal code form split gate
      platform lane seat key`,
  },
  /** The same after 'what is your'. */
  factNoun: {
    letter: 'G',
    words: `
      name names age birthday address e-mail email phone occupation salary rate budget deadline score
      grade weight height temperature pulse capital date price cost time surname postcode username total
      average formula colour color size nationality speed distance dose dosage percentage ratio password
      job profession diagnosis extension limit turnover headcount definition symbol maximum minimum
      range length width depth area volume sum opposite spelling population currency language reading
      saturation altitude count pressure frequency voltage lap
      split status ph potassium sodium glucose haemoglobin acronym result answer
      letter digit code model make brand station stop`,
  },
  /** 'How' and one of these asks for an amount. */
  amount: {
    letter: 'A',
    words: `
      many much often long far old big tall soon early late fast large small high low deep wide heavy
      frequently close near likely recently regularly quickly confident comfortable ready committed
      willing motivated familiar sure certain important satisfied experienced`,
  },
  /** 'How' and one of these takes a judgment as given, and asks for its degree. */
  degree: {
    letter: 'D',
    words: `
      well effective effectively successful successfully good great bad badly poor poorly difficult hard
      easy easily useful helpful happy upset angry sad boring excited disappointed disappointing
      frustrated frustrating annoyed annoying scared scary rude awful terrible horrible nice smoothly
      clear clearly stressful stressed proud confusing interesting enjoyable amazing wonderful fantastic
      excellent impressed impressive pleased nervous embarrassing embarrassed unfair fair strongly
      deeply severely seriously dangerous worried concerned tired valuable productive unprofessional
      careless irresponsible disorganised disorganized`,
  },
  /** Verbs that name a fault by themselves. */
  faultVerb: {
    inflected: true,
    letter: 'F',
    words: `
      ignore forget miss fail neglect lose skip omit overlook break mess screw botch ruin waste refuse
      disobey disregard interrupt yell shout snap lie cheat mishandle misread mistreat rush abandon
      damage overreact complain argue procrastinate let allow bother embarrass upset offend hurt deviate
      violate disrupt jeopardise jeopardize mislead hide withhold steal mistake blow crash spoil
      undermine delay contaminate spill smash dent misjudge mislabel misplace miscount misuse misfile
      underestimate overestimate bungle fumble breach flout dodge evade conceal deceive endanger
      exaggerate falsify fabricate humiliate insult intimidate bully mock threaten sabotage scold scream
      shove slap hit swear overstep tamper trash sulk nag exclude punish relapse doze slack burn flood
      stain scratch abuse assault bark berate belittle betray bicker blurt boast brag bodge fluff flunk
      oversleep overspend overcharge undercharge double-book misspell misquote mispronounce mismanage
      miscalculate misdiagnose mistype misinform misinterpret mistime bluff coerce curse degrade
      demolish desert discard discriminate disrespect ditch dupe embezzle err flake forsake fudge gamble
      gossip harass harm hog hoard idle impede infect inflict infringe injure kick lash laze litter loaf
      loiter manipulate mope muck muddle obstruct offload overcook overdose overfill overheat overload
      oversell pester plagiarise plagiarize poison pollute provoke punch renege ridicule shirk
      shortchange shun skimp skive slam slander slouch smack smear smirk sneak sneer snoop snub squander
      stonewall strand taunt trample trespass vandalise vandalize whine wreck yank overwrite
     `,
  },
  /** Nouns that name a fault. */
  faultNoun: {
    letter: 'N',
    words: `
      failures failure mistakes mistake errors error negligence carelessness incompetence laziness lack
      refusal inability attitude misconduct rudeness lateness tardiness absences absence behaviour
      behavior neglect oversight blunders blunder mess faults fault outbursts outburst delays delay
      shortcomings shortcoming stupidity arrogance recklessness indifference dishonesty non-compliance
      disobedience`,
  },
  /** Adjectives that judge: loaded wherever a question takes them as settled. */
  loaded: {
    letter: 'L',
    words: `
      bad poor poorly badly terrible terribly awful horrible dreadful boring dull chaotic disorganised
      disorganized disorderly messy sloppy careless lazy rude unprofessional unacceptable inappropriate
      inadequate incompetent inefficient ineffective irresponsible thoughtless selfish stubborn
      disrespectful weak useless pointless ridiculous stupid silly foolish dumb unreasonable insensitive
      harsh disappointing unprepared unmotivated disengaged unhelpful uncooperative dishonest hopeless
      pathetic mean nasty annoying clumsy negligent reckless wasteful sluggish tedious lousy mediocre
      shoddy immature childish arrogant bossy pushy moody undisciplined uncaring cruel unkind
      unproductive unsuccessful low-quality substandard subpar abysmal appalling outrageous irritating
      frustrating lackluster lacklustre half-hearted slow-witted failing failed clunky shocking horrific
      excessive scandalous disgraceful shameful misguided disastrous catastrophic corrupt unjust greedy
      heartless bloated botched idiotic unforgivable inexcusable unsafe slapdash slipshod`,
  },
  /** Adjectives that praise, in a question put to the person who is to judge. */
  praise: {
    letter: 'M',
    words: `
      excellent fantastic amazing wonderful brilliant outstanding superb awesome terrific incredible
      impressive marvellous marvelous fabulous exceptional exciting delicious beautiful`,
  },
  /** Adjectives that may be plain description, and judge once 'so' or 'too' stands before them. */
  excess: {
    letter: 'X',
    words: `
      bored late slow slowly quiet noisy loud cold passive tense defensive hostile aggressive angry
      upset nervous confused confusing negative strict hard difficult long tired distracted impatient
      inconsistent insecure rigid resistant reluctant unwilling unclear controlling demanding wrong
      unfair stressed emotional sensitive afraid scared worried uncomfortable ungrateful unhappy vague
      critical close-minded closed-minded set attached obsessed concerned dependent quick few little
      behind`,
  },
} as const satisfies Record<string, WordClass>
