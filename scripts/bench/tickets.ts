import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { chance } from './chance.ts';

const HEADER =
  'SR_Service_RecID,company_name,contact_name,Summary,status_description,Board_Name,ServiceType,Priority_Description,Source,resource_list,Date_Entered_UTC,Date_Responded_UTC,Date_Resolved_UTC,Date_Closed_UTC,Last_Update_UTC';
const WORDS = 'printer mailbox laptop screen backup server invoice login network phone'.split(' ');
const START = Date.UTC(2024, 0, 1);
const TWO_YEARS = 730 * 86_400_000;

function stamp(epoch: number): string {
  const date = new Date(epoch);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()} ${date.getUTCHours()}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
}

/** Writes a ConnectWise report of so many tickets of 15 columns, quoted as the tool quotes, over two years and 300 clients. */
export async function writeTickets(path: string, tickets: number): Promise<void> {
  const { next, below: pick } = chance(20260105);
  const out = createWriteStream(path);
  out.write(
    `\ufeff${HEADER.split(',')
      .map((name) => `"${name}"`)
      .join(',')}\r\n`,
  );
  let text = '';
  for (let i = 0; i < tickets; i++) {
    const opened = START + Math.floor((i / tickets) * TWO_YEARS);
    const answered = opened + Math.floor(next() ** 3 * 36_000_000);
    const resolved = answered + Math.floor(next() ** 2 * 400_000_000);
    const summary = `The ${WORDS[pick(10)]} of the ${WORDS[pick(10)]} in room ${pick(900)} does not answer since this morning ${i}`;
    const row = [
      4_000_000 + i,
      `Client ${pick(300)} Holdings Limited`,
      `Contact ${pick(9000)}`,
      summary,
      'Closed (resolved)',
      `Board ${pick(6)}`,
      `Type ${pick(12)}`,
      `Priority ${pick(4) + 1}`,
      'Email',
      `tech${pick(60)}`,
      stamp(opened),
      stamp(answered),
      stamp(resolved),
      stamp(resolved + 86_400_000),
      stamp(resolved + 86_400_000),
    ];
    text += `"${row.join('","')}"\r\n`;
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}
