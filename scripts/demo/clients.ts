/** One client of the demo firm: what its row in clients.csv says, and how much of everything the generator makes for it. */
export interface Client {
  readonly id: string;
  readonly name: string;
  /** Other spellings that occur in exports. */
  readonly aliases: readonly string[];
  readonly manager: string;
  /** Mean tickets in an ordinary week. */
  readonly tickets: number;
  /** Relative number of complaints and of in-person contacts. */
  readonly complaints: number;
  readonly contacts: number;
  /** Chance that an answer is positive, and that a survey is answered. */
  readonly positive: number;
  readonly answers: number;
  readonly people: number;
  readonly start: string;
  readonly end: string;
  readonly reviewDays: number | null;
  readonly preference: string;
  readonly nextReview: string;
  readonly renewed: string;
  readonly projectEnd: string;
  /** Mean days between contacts that we start without a ticket. */
  readonly cadence: number;
}

const [stokes, lowe, rao] = ['Miriam Stokes', 'Gareth Lowe', 'Anjali Rao'] as const;

const ordinary = {
  aliases: [] as readonly string[],
  answers: 0.31,
  start: '2023-04-01',
  end: '',
  reviewDays: 91 as number | null,
  preference: 'mail',
  nextReview: '',
  renewed: '',
  projectEnd: '',
  cadence: 11,
};

function client(
  id: string,
  name: string,
  manager: string,
  size: readonly [tickets: number, complaints: number, contacts: number, people: number],
  positive: number,
  rest: Partial<Client>,
): Client {
  const [tickets, complaints, contacts, people] = size;
  return { ...ordinary, id, name, manager, tickets, complaints, contacts, people, positive, ...rest };
}

/** The 14 clients. No name contains another's, no id is a word of another's texts. */
export const clients: readonly Client[] = [
  client('ashdown', 'Ashdown Veterinary Group', stokes, [8, 7, 22, 9], 0.975, {
    reviewDays: 28,
    nextReview: '2026-09-10',
    preference: 'phone',
    cadence: 8,
  }),
  client('brackley', 'Brackley & Sons Builders’ Merchants', lowe, [7, 7, 18, 8], 0.91, {
    aliases: ['Brackley and Sons'],
    nextReview: '2026-10-06',
    preference: 'phone',
  }),
  client('calderbrook', 'Calderbrook Housing Trust', stokes, [15, 17, 40, 16], 0.94, {
    reviewDays: 14,
    nextReview: '2026-09-03',
    renewed: '2026-04-01',
    end: '2028-03-31',
    cadence: 6,
  }),
  client('dunmore', 'Dunmore Primary Academies', rao, [6, 8, 20, 9], 0.9, { end: '2026-03-31', start: '2022-09-01' }),
  client('eastgate', 'Eastgate Accountancy LLP', rao, [4, 3, 8, 6], 0.91, {
    renewed: '2026-03-01',
    end: '2027-02-28',
    nextReview: '2026-09-09',
  }),
  client('foxglove', 'Foxglove Care Homes', lowe, [12, 22, 26, 12], 0.8, {
    reviewDays: 28,
    nextReview: '2026-09-08',
    preference: 'phone',
    end: '2027-06-30',
    cadence: 13,
  }),
  client('greyfriars', 'Greyfriars Solicitors', rao, [7, 9, 16, 8], 0.88, { nextReview: '2026-11-02' }),
  client('hollin', 'Hollin Precision Engineering', lowe, [5, 4, 14, 6], 0.9, {
    answers: 0,
    reviewDays: null,
    cadence: 20,
  }),
  client('ivybridge', 'Ivybridge Museum Friends', stokes, [0, 0, 0.4, 3], 0.95, { reviewDays: null, cadence: 25 }),
  client('kestrel', 'Kestrel Freight', stokes, [9, 8, 22, 9], 0.92, {
    aliases: ['KESTREL FREIGHT LTD', 'Kestrel Freight Ltd.'],
    reviewDays: 28,
    nextReview: '2026-09-14',
    projectEnd: '2025-11-28',
    preference: 'portal',
    cadence: 9,
  }),
  client('lodz', 'Piekarnia Łódź', rao, [4.5, 4, 9, 6], 0.95, { start: '2025-05-01', nextReview: '2026-09-29' }),
  client('marlowe', 'Marlowe Street Theatre', stokes, [5, 4, 10, 7], 0.96, {
    nextReview: '2026-09-22',
    preference: 'in-person',
  }),
  client('vektor', 'Вектор Трейд', lowe, [3, 3, 5, 5], 0.92, { start: '2025-09-01', nextReview: '2026-10-13' }),
  client('penhale', 'Penhale Surveyors', rao, [3, 3, 6, 5], 0.88, { end: '2026-10-31', nextReview: '2026-09-15' }),
];

const firstNames = (
  'Dana Owen Priya Luke Femi Hannah Rhys Zoe Callum Nadia Joel Tessa Imran Bryony Marcus Leila Ewan Carys Dominic ' +
  'Asha Fergus Maeve Tariq Josie Alun Renata Piers Sunita Gwen Hugo Oona Kamran Della Rowan Ingrid Silas Marta'
).split(' ');
const surnames = (
  'Pryce Adkin Boateng Crowther Delaney Ekwueme Fairhurst Gillard Hargrove Ibekwe Jessop Kendrick Lathbury Mistry ' +
  'Nettleton Oakeshott Pemberly Quarshie Rawcliffe Sandhu Thackray Umunna Varley Whitlock Yardley Aspinall Birtles ' +
  'Chowdhry Dewhurst Entwistle Forshaw Grimshaw Hebden Illingworth Jellicoe Kershaw Lomas Mbeki Norcross Ormerod ' +
  'Pickles Qureshi Ramsden Sugden Tattersall Unsworth Vickers Wolstenholme Yeadon Ainscough Bulcock Clegg Duxbury ' +
  'Eccles Farnworth Garside Haworth Ingham Jagger Kippax Leyland Midgley Nuttall Openshaw Pilling Radcliffe Scholes ' +
  'Tordoff Uttley Veevers Wadsworth Yates Ackroyd Barraclough Crabtree Dearden Earnshaw Firth Greenhalgh Hoyle ' +
  'Bickerdike Cawthorne Dransfield Elmhirst Fawcett Gledhill Ibbotson Jowett Kilner Lumb Metcalfe Naylor Oldroyd Popplewell Redfearn Smithies Threlfall Umpleby'
).split(' ');
const abroad: Readonly<Record<string, readonly string[]>> = {
  lodz: ['Michał Żak', 'Agnieszka Wójcik', 'Zofia Łuczak', 'Paweł Gąska', 'Ewa Świątek', 'Jan Krół'],
  vektor: ['Ирина Волкова', 'Олег Сидоренко', 'Мария Лебедева', 'Pavel Ogarkov', 'Юлия Ёлкина'],
};

function takePeople(): ReadonlyMap<string, readonly string[]> {
  let used = 0;
  const take = () => {
    const surname = surnames[used];
    if (surname === undefined) throw new Error('more people than surnames');
    const first = firstNames[(used * 11) % firstNames.length] ?? '';
    used += 1;
    return `${first} ${surname}`;
  };
  return new Map(clients.map(({ id, people }) => [id, abroad[id] ?? Array.from({ length: people }, take)]));
}

/** The people of each client, by client id; no name occurs at two clients. */
export const people: ReadonlyMap<string, readonly string[]> = takePeople();

/** Logins of the firm's engineers. */
export const engineers = ['spatel', 'mokafor', 'jreid', 'kwren', 'tdavies', 'ehughes', 'rnowak', 'bsinclair', 'lmoran'] as const;

/** The client of an id. Throws when there is none. */
export function clientOf(id: string): Client {
  const found = clients.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no client ${id}`);
  return found;
}

/** Whether the contract runs on a day given as `2026-03-02`. */
export function isActive({ start, end }: Client, date: string): boolean {
  return date >= start && (end === '' || date <= end);
}
