/**
 * The words that English questions are built from, by class, and the small pattern language in which the rules are
 * written: a regular expression over a sentence in canonical form (see `reading.ts`), where `{name}` stands for a class.
 */

const WORDS = {
  wh: 'what|who|whom|whose|which|where|when|why|how',
  aux: "do|does|did|is|are|was|were|am|has|have|had|can|could|will|would|shall|should|may|might|must|'s",
  be: "is|are|was|were|am|'s",
  pronoun:
    'i|you|we|they|he|she|it|this|that|these|those|there|one|someone|somebody|anyone|anybody|everyone|everybody|nobody',
  determiner:
    'the|a|an|my|your|our|their|his|her|its|some|any|each|all|most|both|another|no|every|either|neither|enough',
  nobody: 'nobody|no one|no-one|none of you|none of them|not one of you',
  adverb:
    'also|just|really|ever|actually|possibly|perhaps|maybe|please|simply|first|then|already|honestly|seriously|even|still|usually|typically|normally|generally|specifically|personally|currently|kindly|briefly|truly|not|all|instead|yet',
  /** A short stretch of words inside one clause. */
  few: "[\\w'-]+(?: [\\w'-]+){0,3}",
  /** A longer stretch, marks included, inside one sentence. */
  gap: '[^ ?]+(?: [^ ?]+){0,15}',
  /** Where the question ends. */
  end: '\\?|!|\\.|$',
  /** Verbs that name a fault by themselves. */
  fault:
    'ignored?|forg[eo]t|forgotten|miss(?:ed)?|fail(?:ed)?|neglect(?:ed)?|los[et]|skip(?:ped)?|omit(?:ted)?|overlook(?:ed)?|br[eo]ak|broke|mess(?:ed)?|screw(?:ed)?|botch(?:ed)?|ruin(?:ed)?|wasted?|refused?|disobey(?:ed)?|disregard(?:ed)?|interrupt(?:ed)?|yell(?:ed)?|shout(?:ed)?|snap(?:ped)?|lied?|cheat(?:ed)?|mishandled?|misread|mistreat(?:ed)?|rush(?:ed)?|abandon(?:ed)?|damaged?|overreact(?:ed)?|complain(?:ed)?|argued?|procrastinated?|g[ai]ve up|let|allow(?:ed)?|bother(?:ed)?|embarrass(?:ed)?|upset|offend(?:ed)?|hurt|deviated?|violated?|disrupt(?:ed)?|jeopardi[sz]ed?|mislead|misled|hide|hid|with(?:hold|held)|steal|stole|leave out|left out|mistake|mistook|blow|blew|crash(?:ed)?|spoil(?:ed|t)?|undermined?|delay(?:ed)?|make (?:such|so many|that|the same|this|a) (?:\\w+ )?(?:mistakes?|errors?|mess)|get (?:so|it so|this so|that so|so far) \\w+|end up',
  /** Adjectives that judge: loaded wherever a question takes them as settled. */
  loaded:
    'bad|poor|poorly|badly|terrible|terribly|awful|horrible|dreadful|boring|dull|chaotic|disorgani[sz]ed|disorderly|messy|sloppy|careless|lazy|rude|unprofessional|unacceptable|inappropriate|inadequate|incompetent|inefficient|ineffective|irresponsible|thoughtless|selfish|stubborn|disrespectful|weak|useless|pointless|ridiculous|stupid|silly|foolish|dumb|unreasonable|insensitive|harsh|disappointing|unprepared|unmotivated|disengaged|unhelpful|uncooperative|dishonest|hopeless|pathetic|mean|nasty|annoying|clumsy|negligent|reckless|wasteful|sluggish|tedious|lousy|mediocre|shoddy|immature|childish|arrogant|bossy|pushy|moody|undisciplined|uncaring|cruel|unkind|unproductive|unsuccessful|low-quality|substandard|subpar|abysmal|appalling|outrageous|irritating|frustrating|lackluster|lacklustre|half-hearted|slow-witted|failing|failed',
  /** Adjectives that may be plain description, and judge once 'so' or 'too' stands before them. */
  excess:
    'bored|late|slow|slowly|quiet|noisy|loud|cold|passive|tense|defensive|hostile|aggressive|angry|upset|nervous|confused|confusing|negative|strict|hard|difficult|long|tired|distracted|impatient|inconsistent|insecure|rigid|resistant|reluctant|unwilling|unclear|controlling|demanding|wrong|unfair|stressed|emotional|sensitive|afraid|scared|worried|uncomfortable|ungrateful|unhappy|vague|critical|close-minded|closed-minded|set|attached|obsessed|concerned|dependent|quick|few|little|behind',
  /** Nouns that name a fault. */
  failing:
    'failures?|mistakes?|errors?|negligence|carelessness|incompetence|laziness|lack|refusal|inability|poor \\w+|bad \\w+|attitude|misconduct|rudeness|lateness|tardiness|absences?|behaviou?r|neglect|oversight|blunders?|mess|faults?|outbursts?|low \\w+|delays?|drop|decline|shortcomings?',
  /** Nouns whose question is answered by one fact: 'what time'. */
  fact: 'time|date|day|month|year|age|number|percentage|percent|proportion|colou?r|size|score|grade|mark|page|class|room|street|city|country|town|language|brand|model|version|title|price|temperature|weight|height|speed|dose|dosage|rate|amount|quantity|shift|team|department|school|company|hospital|ward|unit|floor|subject|software|channel|station|university|college|medications?|chapter|software|position',
  /** The same with 'is the' or 'is your' before them. */
  thing:
    'name|names|age|date of birth|birthday|address|e-?mail|phone|(?:\\w+ )?number|(?:job )?title|occupation|salary|rate|budget|deadline|score|grade|weight|height|temperature|blood pressure|pulse|pain level|capital|date|price|cost|time|surname|zip code|postcode|username|total|average|formula|colou?r|size|nationality|marital status|speed|distance|due date|dose|dosage|percentage|ratio|password|job|profession|diagnosis|extension|limit|start date|end date|turnover|headcount',
  /** How + one of these asks for an amount. */
  amount:
    'many|much|often|long|far|old|big|tall|soon|early|late|fast|large|small|high|low|deep|wide|heavy|frequently|close|near|likely|recently|regularly|quickly|confident|comfortable|ready|committed|willing|motivated|familiar|sure|certain|important|satisfied|experienced',
  /** How + one of these takes the judgment as given. */
  degree:
    'well|effective|effectively|successful|successfully|good|great|bad|badly|poor|poorly|difficult|hard|easy|easily|useful|helpful|happy|upset|angry|sad|boring|excited|disappointed|disappointing|frustrated|frustrating|annoyed|annoying|scared|scary|rude|awful|terrible|horrible|nice|smoothly|clear|clearly|stressful|stressed|proud|confusing|interesting|enjoyable|amazing|wonderful|fantastic|excellent|impressed|impressive|pleased|nervous|embarrassing|embarrassed|unfair|fair|strongly|deeply|severely|seriously|dangerous|worried|concerned|tired|valuable|productive|unprofessional|careless|irresponsible|disorgani[sz]ed',
  /** Verbs by which a suggestion usually comes, after 'could you'. */
  perceive:
    'see|hear|feel|tell|notice|sense|smell|taste|swim|read|understand|afford|sleep|reach|lift|believe|recognise|recognize|find|access|attend|remember|recall|breathe|walk|drive|eat|stand|move',
  /** What a suggestion proposes. */
  proposing:
    'trying|using|adding|starting|giving|asking|moving|setting|having|making|doing|taking|changing|including|switching|splitting|putting|letting|moving|breaking|inviting|calling|talking to|speaking to|going|getting|waiting|pairing|offering|scheduling|arranging|delegating|reducing|increasing|creating|joining|meeting|bringing|replacing|limiting|allowing|rotating|writing|sending|planning|practi[cs]ing|slowing|beginning|holding|introducing|sharing|showing|keeping|removing|dropping|checking|stopping|spending|running',
} as const

const CLASS = /\{(\w+)\}/g

/**
 * Compiles a rule's pattern. Words match whole. Every repetition in a pattern is bounded, so one attempt costs a
 * bounded time wherever it starts.
 * @param flags `y` to match where a clause begins, `g` to search from there on
 */
export function compile(pattern: string, flags: 'y' | 'g'): RegExp {
  const source = pattern.replace(CLASS, (whole, name: string) => {
    const words = (WORDS as Record<string, string>)[name]
    if (words === undefined) throw new Error(`No class of words is called ${whole}`)
    return `(?:${words})`
  })
  return new RegExp(flags === 'y' ? `(?:${source})(?![\\w'])` : `(?<![\\w'])(?:${source})(?![\\w'])`, flags)
}
