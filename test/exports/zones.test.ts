import { describe, expect, it } from 'vitest';
import { exportsOf, fileOf, settingsWith } from '../workspace.ts';

/** When the first ticket was opened, or the first survey answered, with this zone in the settings. */
async function firstInstant(content: string, zone?: string): Promise<{ at: string; zone: string }> {
  const sources = zone === undefined ? [] : [{ files: '*.csv', zone }];
  const read = await exportsOf({ files: [fileOf('t.csv', content)], settings: settingsWith({ sources }) });
  const table = read.tables.get('tickets') ?? read.tables.get('surveys')!;
  const instants = table.columns.get('opened_at') ?? table.columns.get('answered_at')!;
  return { at: new Date(instants.at(0) as number).toISOString(), zone: read.files[0]!.zone };
}

const zammad = (footer: string, opened = '2026-04-24 09:05:03') =>
  `Tickets: 2026-4,,,\n,,,\n#,Title,Create Channel,Created At,First Response At\n31012,Jam,email,${opened},\n,,,,\n${footer}\n`.replaceAll(
    /^(Tickets.*|,,,)$/gm,
    '$1,',
  );

const qualtrics = (zone: string) => {
  const named = zone === '' ? '' : `,""timeZone"":""${zone}""`;
  return `StartDate,EndDate,ResponseId,Q1\nStart,End,Response ID,How satisfied?\n"{""ImportId"":""startDate""${named}}","{""ImportId"":""endDate""${named}}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n2026-04-24 12:30:01,2026-04-24 12:31:00,R_1,Good\n`;
};

describe('the zone of a time', () => {
  it.each([
    ['the line below the rows', zammad('Timezone: Europe/Berlin,,,,'), undefined, '2026-04-24T07:05:03.000Z'],
    ['the line in another language', zammad('Fuseau horaire: Europe/Paris,,,,'), undefined, '2026-04-24T07:05:03.000Z'],
    ['the line, cut to one cell', zammad('Timezone: America/Argentina/Buenos_Aires'), undefined, '2026-04-24T12:05:03.000Z'],
    ['the line before the settings', zammad('Timezone: Europe/Berlin,,,,'), 'Asia/Tokyo', '2026-04-24T07:05:03.000Z'],
    ['the value before the line', zammad('Timezone: Europe/Berlin,,,,', '2026-04-24T09:05:03Z'), 'Asia/Tokyo', '2026-04-24T09:05:03.000Z'],
    ['the settings where the line names none', zammad('Timezone: Middle/Earth,,,,'), 'Asia/Tokyo', '2026-04-24T00:05:03.000Z'],
    ['the firm where nothing does', zammad('Timezone: ,,,,'), undefined, '2026-04-24T09:05:03.000Z'],
    ['the row of technical names', qualtrics('America/Denver'), undefined, '2026-04-24T18:31:00.000Z'],
    ['the row before the settings', qualtrics('America/Denver'), 'Asia/Tokyo', '2026-04-24T18:31:00.000Z'],
    ['the settings where the row names none', qualtrics(''), 'Asia/Tokyo', '2026-04-24T03:31:00.000Z'],
  ])('%s', async (_, content, zone, at) => {
    expect((await firstInstant(content, zone)).at).toBe(at);
  });

  it('is told of the file', async () => {
    expect((await firstInstant(zammad('Timezone: Europe/Berlin,,,,'), 'Asia/Tokyo')).zone).toBe('Europe/Berlin');
  });
});
