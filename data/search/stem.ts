import { stemmer } from 'stemmer';

/**
 * Words that Porter's rules join to the wrong family ("experiment" and "experience" both become
 * "experi") or cannot join to their own ("ran", "taught"), with the stem they get instead.
 */
const OWN_STEM: Record<string, string> = {
  customer: 'customer',
  customers: 'customer',
  experiment: 'experiment',
  experiments: 'experiment',
  experimenting: 'experiment',
  experimented: 'experiment',
  marketing: 'marketing',
  training: 'training',
  trainings: 'training',
  productivity: 'productivity',
  productive: 'productivity',
  important: 'important',
  importance: 'important',
  organisational: 'organ',
  analyst: 'analysi',
  analysts: 'analysi',
  strategist: 'strategi',
  people: 'person',
  ran: 'run',
  wrote: 'write',
  written: 'write',
  built: 'build',
  spoke: 'speak',
  spoken: 'speak',
  led: 'lead',
  taught: 'teach',
  chose: 'choos',
  chosen: 'choos',
  choice: 'choos',
  choices: 'choos',
  sold: 'sell',
  sale: 'sell',
  sales: 'sell',
  told: 'tell',
  met: 'meet',
  brought: 'bring',
  kept: 'keep',
  drove: 'drive',
  driven: 'drive',
  took: 'take',
  taken: 'take',
  gave: 'give',
  given: 'give',
  found: 'find',
  won: 'win',
  lost: 'lose',
  loss: 'lose',
  losses: 'lose',
  grew: 'grow',
  growth: 'grow',
  learnt: 'learn',
  heard: 'hear',
  spent: 'spend',
  shown: 'show',
  thought: 'think',
  felt: 'feel',
  held: 'hold',
  stood: 'stand',
  broke: 'break',
  broken: 'break',
  fought: 'fight',
};

/** Stems of one family that Porter's rules leave apart: "decide" and "decision". */
const SAME_STEM: Record<string, string> = {
  decid: 'decis',
  analys: 'analysi',
  analyz: 'analysi',
  priorit: 'prioriti',
  strateg: 'strategi',
  competitor: 'competit',
  compet: 'competit',
  hypothes: 'hypothesi',
  deliveri: 'deliv',
  pric: 'price',
  prove: 'proof',
  proven: 'proof',
  assumpt: 'assum',
  persuas: 'persuad',
  synthesi: 'synthes',
};

const cache = new Map<string, string>();
/** Enough for everything a person writes in a session; then the cache starts afresh. */
const CACHE_SIZE = 60_000;

/**
 * The stem of a folded word: what its inflections, spellings ("prioritise", "prioritize") and
 * nearest relations have in common. Porter's algorithm, with families of its own put right.
 */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const result = work(word);
  cache.set(word, result);
  return result;
}

function work(word: string): string {
  const own = Object.hasOwn(OWN_STEM, word) ? OWN_STEM[word] : undefined;
  if (own !== undefined) return own;
  // Porter's rules speak of English only: other scripts and codes such as "q3" stay as they are.
  if (!/^[a-z]{3,}$/.test(word)) return word;
  const porter = stemmer(american(word));
  return (Object.hasOwn(SAME_STEM, porter) ? SAME_STEM[porter] : undefined) ?? porter;
}

/** American spelling where a rule gives it; a word this misspells is misspelt everywhere alike. */
function american(word: string): string {
  return word
    .replace(/(?<=..[^aeiou])is(e[ds]?|ing|ation|ations|er|ers)$/, 'iz$1')
    .replace(/ys(e[ds]?|ing)$/, 'yz$1')
    .replace(/([bvlnm])our(s|ed|ing|al|able|ite)?$/, '$1or$2')
    .replace(/(?<=gr)amme(s?)$/, 'am$1')
    .replace(/([^aeiou])re$/, '$1er')
    .replace(/(?<=[aeiou][^aeiou]+[aeiou])ll(ing|ed|ers?)$/, 'l$1');
}
