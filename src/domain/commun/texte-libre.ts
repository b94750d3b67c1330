import { prenoms } from './prenoms'

/** What may tell who somebody is. Only a NOM can be a false alarm (a place, an association): the three others never are. */
export type KindTrouvaille = 'TELEPHONE' | 'NIR' | 'COURRIEL' | 'NOM'

/** One thing found in a free text, as it is written there. */
export type Trouvaille = { kind: KindTrouvaille; extrait: string }

/** How each finding is named on screen. */
export const libellesTrouvaille: Record<KindTrouvaille, string> = {
  TELEPHONE: 'un numéro de téléphone',
  NIR: 'un numéro de sécurité sociale',
  COURRIEL: 'une adresse de messagerie',
  NOM: 'peut-être un nom',
}

/** Said beside every warning. */
export const POURQUOI_SANS_NOM =
  'Maillage ne garde aucun nom ni coordonnée : ce texte doit pouvoir être lu par n’importe quelle équipe sans désigner personne.'

const patterns: readonly (readonly [KindTrouvaille, RegExp])[] = [
  ['COURRIEL', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu],
  ['NIR', /(?<!\d)[12][\s.-]?\d{2}[\s.-]?(?:0[1-9]|1[0-2]|[2-9]\d)[\s.-]?(?:\d{2}|2[abAB])[\s.-]?\d{3}[\s.-]?\d{3}(?:[\s.-]?\d{2})?(?!\d)/gu],
  ['TELEPHONE', /(?<!\d)(?:(?:\+|00)\d{2}[\s.-]?(?:\(0\)[\s.-]?)?[1-9]|0[1-9])(?:[\s.-]?\d{2}){4}(?!\d)/gu],
] // prettier-ignore

// After these words a capital letter opens the name of a place or of a service, not of a person.
const PLACE_WORDS =
  /^(porte|gare|place|square|rue|avenue|boulevard|quai|canal|parc|jardin|m[ée]tro|station|arr[êe]t|tram|rer|h[ôo]pital|passage|impasse|villa|cit[ée]|pont|stade|tour|bois|for[êe]t|colline|camp|foyer|caarud|csapa|association|asso|accueil|espace|centre|ligne|bus|mairie|[ée]glise|lyc[ée]e|coll[èe]ge|[ée]cole)s?$/iu
const LINKS = /^(de|du|des|d|la|le|les|l)$/iu
const TITLES =
  /^(m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|pr[ée]nom|nom|nommée?|appelée?|surnommée?)$/iu

// Capitalised words that name no one: territory, neighbourhoods, operators, months written with a capital, RdR words.
const KNOWN = new Set(
  `paris france seine saint-denis saint sainte denis aubervilliers aulnay bagnolet bobigny bondy bourget clichy courneuve drancy dugny
  épinay gagny gournay lilas livry gargan montfermeil montreuil neuilly noisy pantin pavillons pré gervais raincy romainville rosny ouen
  sevran stains tremblay vaujours villemomble villepinte villetaneuse pierrefitte vincennes chapelle stalingrad jaurès villette forceval
  éole rosa parks barbès rochechouart goutte château rouge marx dormoy clignancourt poissonniers poissonnière montmartre pigalle belleville
  ménilmontant gambetta nation république bastille bercy austerlitz lyon nord est ouest sud magenta lariboisière bichat fernand widal
  ourcq marcadet simplon nationale ivry italie orléans choisy bonnets plaine éluard cathédrale charenton lachaise
  aurore gaïa charonne oppelia proses ego assore sleep-in sleep pavillon aides samusocial emmaüs croix-rouge croix uasa siao mmpcr ars
  naloxone nalscue prenoxad skénan méthadone subutex lyrica kit steribox janvier février mars avril mai juin juillet août septembre
  octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche noël je j il elle on nous vous ils elles un une le la les
  l d c s n qu ce cette ces des du de à au aux en pas rien ras
  vu vue vus vues passage rencontre rencontré croisé croisée avec chez pour dans après avant demande retour départ arrivée équipe appel
  orienté orientée accompagné accompagnée personne groupe matériel distribution ramassage tension calme police riverain beaucoup peu trop`.split(
    /\s+/u,
  ),
)

const WORD = /[\p{L}\p{M}]+(?:[-’'][\p{L}\p{M}]+)*/gu
const SENTENCE_END = /(^\s*|[.!?…:;\n•–-]|\n\s*[-*])\s*["«(]?\s*$/u

/** What in this text may point to a person, in reading order. Empty: nothing to say. It warns, a person decides. */
export function screenText(text: string): Trouvaille[] {
  const found: (Trouvaille & { at: number })[] = []
  let rest = text
  for (const [kind, pattern] of patterns) {
    for (const match of rest.matchAll(pattern))
      found.push({ kind, extrait: match[0].trim(), at: match.index })
    rest = rest.replaceAll(pattern, (match) => ' '.repeat(match.length))
  }
  for (const name of findNames(rest)) found.push({ kind: 'NOM', ...name })
  return found.toSorted((one, other) => one.at - other.at).map(({ kind, extrait }) => ({ kind, extrait }))
}

type Word = { word: string; at: number; opens: boolean }

function findNames(text: string): { extrait: string; at: number }[] {
  const names: { extrait: string; at: number }[] = []
  let inPlace = false
  let previous: Word | undefined
  for (const word of readWords(text)) {
    inPlace = continuesPlace(inPlace, previous, word)
    if (isSuspect(word, inPlace, previous)) addName(names, text, startOfName(word, previous), word)
    previous = word
  }
  return names
}

function readWords(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    word: match[0],
    at: match.index,
    opens: SENTENCE_END.test(text.slice(Math.max(0, match.index - 8), match.index)),
  }))
}

/** « Sofiane Martin est venu »: a suspect after a capital that opens the sentence begins with it. */
function startOfName(word: Word, previous: Word | undefined): number {
  const opening = previous?.opens === true && startsUpper(previous.word) && !isKnown(previous.word)
  return opening && word.at === previous.at + previous.word.length + 1 ? previous.at : word.at
}

function addName(names: { extrait: string; at: number }[], text: string, at: number, word: Word): void {
  const last = names.at(-1)
  const end = word.at + word.word.length
  if (last && at <= last.at + last.extrait.length + 1) last.extrait = text.slice(last.at, end)
  else names.push({ extrait: text.slice(at, end), at })
}

/** « Porte de la Chapelle », « rue Marx Dormoy »: the run of links and capitals after a word of place. */
function continuesPlace(inPlace: boolean, previous: Word | undefined, word: Word): boolean {
  if (previous === undefined || word.opens) return false
  if (PLACE_WORDS.test(previous.word)) return true
  return inPlace && (LINKS.test(previous.word) || startsUpper(previous.word))
}

function isSuspect(word: Word, inPlace: boolean, previous: Word | undefined): boolean {
  if (!startsUpper(word.word) || inPlace || isKnown(word.word)) return false
  if (previous !== undefined && TITLES.test(previous.word)) return true
  if (word.opens) return prenoms.has(word.word.toLocaleLowerCase('fr'))
  return !isAcronym(word.word)
}

function startsUpper(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function isKnown(word: string): boolean {
  const plain = word.toLocaleLowerCase('fr').replace(/^[ldcjnsm]['’]|^qu['’]/u, '')
  const parts = KNOWN.has(plain) ? [] : plain.split('-')
  return parts.every((part) => KNOWN.has(part) || PLACE_WORDS.test(part) || TITLES.test(part))
}

function isAcronym(word: string): boolean {
  return word.length <= 5 && /^\p{Lu}+$/u.test(word)
}
