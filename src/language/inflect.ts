/**
 * From a written form back to the forms a lexicon may list. English endings are undone by rule, so a lexicon holds
 * one base form for each word; what the rules cannot know is in the list of irregular forms.
 */

export type WordClass = 'adjective' | 'verb' | 'noun' | 'word' | 'phrase'

export interface Base {
  form: string
  /** The class that this ending belongs to; a lexicon entry of another class does not match. */
  as: 'verb' | 'noun' | 'adjective'
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `be: am is are was were been being 's; have: has had having 's; do: does did done doing; go: goes went gone going;
  say: said; tell: told; think: thought; know: knew known; feel: felt; get: got gotten getting; give: gave given;
  take: took taken; make: made making; come: came coming; see: saw seen; find: found; keep: kept; lose: lost losing;
  fall: fell fallen; leave: left leaving; let: letting; put: putting; set: setting; run: ran running; throw: threw thrown;
  bring: brought; build: built; blow: blew blown; break: broke broken; catch: caught; choose: chose chosen; cut: cutting;
  drag: dragged; drive: drove driven; drop: dropped; fly: flew flown; forget: forgot forgotten forgetting; fight: fought;
  hide: hid hidden; hit: hitting; hold: held; lead: led; lie: lay lain lying; light: lit; mean: meant; mislead: misled;
  misread: misreading; misunderstand: misunderstood; understand: understood; overdo: overdid overdone; pay: paid; read: reading;
  rise: rose risen; seek: sought; sell: sold; shine: shone shining; show: shown; shut: shutting; sit: sat sitting; sleep: slept;
  sneak: snuck; speak: spoke spoken; spend: spent; stand: stood; stick: stuck; sweep: swept; teach: taught; tear: tore torn;
  wear: wore worn; win: won winning; wind: wound; write: wrote written; begin: began begun; overthink: overthought;
  outdo: outdid outdone; hear: heard; learn: learnt; dream: dreamt; eat: ate eaten; hurt: hurting; panic: panicked panicking;
  mimic: mimicked; bully: bullied bullies; good: better best; bad: worse worst; shrink: shrank; strive: strove striven;
  forgive: forgave forgiven; bend: bent; cling: clung; deal: dealt; feed: fed; freeze: froze frozen; grow: grew grown; lend: lent;
  meet: met; ride: rode ridden; ring: rang rung; send: sent; shake: shook shaken; shoot: shot; sing: sang sung; sink: sank sunk;
  spin: spun; strike: struck; swim: swam swum; swing: swung; weep: wept; wake: woke woken; dig: dug; draw: drew drawn;
  creep: crept; buy: bought; spill: spilt; spoil: spoilt; burn: burnt; skim: skimmed; wet: wetted; weave: wove woven; beat: beaten; steal: stole stolen; swear: swore sworn; slink: slunk; stink: stank; kneel: knelt; lean: leant;
  leap: leapt; smell: smelt; spell: spelt; bite: bit bitten; bleed: bled; flee: fled; fling: flung; hang: hung; lay: laid; mow: mown;
  sew: sewn; slide: slid; sling: slung; spit: spat; spring: sprang; sting: stung; stride: strode; wring: wrung; dive: dove;
  saw: sawn; undo: undid undone; swell: swollen; string: strung; tread: trod trodden; shave: shaven; speed: sped`
    .split(';')
    .flatMap((line) => {
      const [base = '', forms = ''] = line.split(':').map((part) => part.trim())
      return forms.split(' ').map((form): [string, string] => [form, base])
    }),
)

/** Forms whose ending is no ending. */
const WHOLE = new Set(
  'business witness harness wellness illness fitness hardly lately nearly shortly fairly highly mostly really early family only reply apply supply daily finely presently directly badly easter paper order number later latter letter upper lower inner outer other over under after ever never either water corner finger power tower flower shower river winter summer offer answer tender proper clever butter matter chapter during morning evening wedding ceiling building thing king ring spring string being bed red need feed seed speed shed sled hundred less bus gas plus this his its was has does yes us as is'.split(
    ' ',
  ),
)

/** The forms this one may be an inflection of; itself is not among them. */
export function bases(form: string): Base[] {
  const found: Base[] = []
  const irregular = IRREGULAR.get(form)
  if (irregular !== undefined) found.push({ form: irregular, as: 'verb' })
  if (form === "'s") found.push({ form: 'be', as: 'verb' })
  if (form.length < 4 || WHOLE.has(form)) return found
  if (form.endsWith('s') && !form.endsWith('ss')) undo(found, form, 1, ['verb', 'noun'])
  if (form.endsWith('ed')) undo(found, form, 2, ['verb'])
  else if (form.endsWith('ing')) undo(found, form, 3, ['verb'])
  else if (form.endsWith('ly')) undoLy(found, form)
  else if (form.endsWith('ness')) undo(found, form, 4, ['adjective'])
  else if (form.endsWith('est')) undo(found, form, 3, ['adjective'])
  else if (form.endsWith('er')) undo(found, form, 2, ['adjective'])
  if (form.startsWith('un') && form.length > 5) {
    const stem = form.slice(2)
    found.push({ form: stem, as: 'adjective' })
    if (stem.endsWith('ly')) undoLy(found, stem)
  }
  return found
}

/** Takes an ending off and restores what it changed: tried → try, hoping → hope, snubbed → snub, boxes → box. */
function undo(found: Base[], form: string, length: number, classes: Base['as'][]): void {
  const stem = form.slice(0, form.length - length)
  // A plural adds no 'e': 'cars' is not of 'care'.
  const stems = length === 1 ? [stem] : [stem, `${stem}e`]
  const last = stem.at(-1) ?? ''
  if (last === 'i') stems.push(`${stem.slice(0, -1)}y`)
  if (last === 'e') stems.push(stem.slice(0, -1), stem.endsWith('ie') ? `${stem.slice(0, -2)}y` : stem)
  if (last === stem.at(-2) && !'aeiou'.includes(last)) stems.push(stem.slice(0, -1))
  for (const as of classes) for (const each of stems) found.push({ form: each, as })
}

function undoLy(found: Base[], form: string): void {
  const stem = form.slice(0, -2)
  const stems = [stem, `${stem}le`, `${stem}l`, `${stem}e`]
  if (stem.endsWith('i')) stems.push(`${stem.slice(0, -1)}y`)
  if (stem.endsWith('al')) stems.push(stem.slice(0, -2))
  for (const each of stems) found.push({ form: each, as: 'adjective' })
}

/** How many words are remembered; past that the memory starts anew. */
const REMEMBERED = 20_000
const remembered = new Map<string, readonly string[]>()

/** A written word and every base form it may come from, whatever the class. */
export function formsOf(form: string): readonly string[] {
  const known = remembered.get(form)
  if (known !== undefined) return known
  const forms = [form, ...bases(form).map((base) => base.form)]
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(form, forms)
  return forms
}
