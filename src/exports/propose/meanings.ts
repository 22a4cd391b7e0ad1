const pairs = (meaning: string, words: string): readonly (readonly [string, string])[] => words.split('|').map((word) => [word, meaning]);

/** By column of the facts: what words of tools obviously mean there; lower case. Words that tools use in more than one way are left out. */
export const meanings: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  status: new Map([
    ...pairs(
      'open',
      'new|open|opened|active|assigned|in progress|in-progress|working|work in progress|wip|scheduled|unassigned|to do|todo|reopened|re-opened|awaiting agent|neu|offen|in bearbeitung|zugewiesen|nuevo|abierto|en curso|novo|aberto|em andamento|nouveau|ouvert|en cours',
    ),
    ...pairs(
      'waiting',
      'waiting|pending|on hold|hold|with user|with customer|awaiting user|awaiting customer|awaiting client|awaiting response|waiting on customer|waiting on client|waiting for customer|waiting for client|waiting on parts|waiting on third party|wartend|wartet|wartet auf kunde|pendiente|en espera|pendente|aguardando|en attente',
    ),
    ...pairs('resolved', 'resolved|completed|complete|done|solved|fixed|gelöst|erledigt|resuelto|resolvido|concluído|résolu'),
    ...pairs(
      'closed',
      'closed|closed resolved|cancelled|canceled|withdrawn|storniert|cancelado|annulé|archived|invoiced|geschlossen|abgeschlossen|cerrado|fechado|fermé|clos',
    ),
    ...pairs('unresolved', 'unresolved|abandoned'),
    ...pairs('merged', 'merged|zusammengeführt'),
  ]),
  class: new Map([
    ...pairs(
      'positive',
      'positive|good|great|excellent|happy|satisfied|very satisfied|very good|awesome|amazing|love it|gold|green|thumbs up|promoter|gut|sehr gut|zufrieden|bueno|bom|bon',
    ),
    ...pairs('neutral', 'neutral|ok|okay|average|fair|so-so|passive|mittel|regular|moyen'),
    ...pairs(
      'negative',
      'negative|bad|poor|terrible|unhappy|dissatisfied|very dissatisfied|unsatisfied|awful|red|thumbs down|detractor|schlecht|unzufrieden|malo|ruim|mauvais',
    ),
  ]),
  channel: new Map([
    ...pairs('phone', 'phone|call|telephone|telefon|teléfono|telefone|téléphone'),
    ...pairs('mail', 'mail|email|e-mail|correo|courriel'),
    ...pairs('chat', 'chat|teams|live chat'),
    ...pairs('portal', 'portal|web|website|self service'),
    ...pairs('in-person', 'in person|in-person|on site|onsite|walk-in|walk in|visit|vor ort'),
  ]),
  direction: new Map([...pairs('in', 'in|inbound|incoming|eingehend'), ...pairs('out', 'out|outbound|outgoing|ausgehend')]),
  sentiment: new Map([...pairs('positive', 'positive|good|happy'), ...pairs('neutral', 'neutral|ok'), ...pairs('negative', 'negative|bad|unhappy|upset')]),
  scope: new Map([
    ...pairs('in', 'in|in scope|covered|contract'),
    ...pairs('out', 'out|out of scope|not covered|billable'),
    ...pairs('unclear', 'unclear|unknown'),
  ]),
  finding: new Map([
    ...pairs('upheld', 'upheld|justified|confirmed'),
    ...pairs('partly', 'partly|partially upheld|partly upheld'),
    ...pairs('not-upheld', 'not upheld|rejected|unjustified'),
  ]),
  onsite: new Map([...pairs('yes', 'on site|onsite|on-site|field|vor ort'), ...pairs('no', 'remote|phone|off site|offsite|fern')]),
  flag: new Map([...pairs('yes', 'ja|sí|si|sim|oui|on|checked'), ...pairs('no', 'nein|não|nao|non|off|unchecked')]),
};

/** What a word of a tool obviously means in a column of the facts; null where nobody can be sure. */
export function meaningOf(field: string, word: string): string | null {
  return meanings[field]?.get(word.trim().toLowerCase()) ?? null;
}
