import { phrase, say, translated } from '../language/language.ts';
import { known, sourceOf, windowCell, type Material } from './material.ts';
import type { Chart, Section } from './model.ts';
import { windowSpan } from './window.ts';
import { count, listed, openHours, plural } from './words.ts';

const HOUR = 3_600_000;

const SCOPES = [
  ['in', phrase`Inside the contract`],
  ['out', phrase`Outside the contract`],
  ['unclear', phrase`Unclear`],
] as const;

const CHANNELS = [
  ['phone', phrase`Phone`],
  ['mail', phrase`Mail`],
  ['portal', phrase`Portal`],
  ['chat', phrase`Chat`],
  ['in-person', phrase`In person`],
  ['unknown', phrase`Not recorded`],
] as const;

function scopeChart(material: Material): Chart | null {
  const rows = SCOPES.map(([scope, label]) => ({
    label: translated(label),
    complaints: known(windowCell(material, `A19-${scope}`))?.value ?? 0,
    worked: known(windowCell(material, `A19-${scope}-hours`))?.value ?? null,
  }));
  const total = rows.reduce((sum, row) => sum + row.complaints, 0);
  if (windowCell(material, 'A19-in') === null || total === 0) return null;
  const out = rows[1]!;
  const logged = ({ worked }: (typeof rows)[number]) => (worked === null ? '' : say`${openHours(worked * HOUR)} logged`);
  const told = (row: (typeof rows)[number]) => `${row.label} ${count(row.complaints)}${row.worked === null ? '' : `, ${logged(row)}`}`;
  const subtitle = say`Formal complaints by scope, whole firm, ${windowSpan(material, 'A11-count')}, n\u00a0=\u00a0${count(total)}`;
  return {
    id: 'complaint-scope',
    title: say`${count(out.complaints)} of ${plural(total, 'complaint')} fell outside the contract`,
    subtitle,
    summary: `${rows.map(told).join('; ')}.`,
    foot: sourceOf(material, ['complaints', 'time_entries']),
    drawing: {
      shape: 'bars',
      full: total,
      rows: rows.map((row) => ({
        label: row.label,
        value: row.complaints,
        text: count(row.complaints),
        note: logged(row),
        singled: row === out,
      })),
    },
    table: {
      caption: subtitle,
      columns: [say`Scope`, say`Complaints`, say`Hours logged`].map((name, at) => ({ name, numeric: at > 0 })),
      rows: rows.map((row) => [
        { text: row.label, value: row.label },
        { text: count(row.complaints), value: row.complaints },
        { text: row.worked === null ? '–' : openHours(row.worked * HOUR), value: row.worked },
      ]),
    },
  };
}

function channelChart(material: Material): Chart | null {
  const rows = CHANNELS.map(([channel, label]) => ({ label: translated(label), complaints: known(windowCell(material, `D1-${channel}`))?.value ?? 0 })).filter(
    (row) => row.complaints > 0,
  );
  const total = rows.reduce((sum, row) => sum + row.complaints, 0);
  if (total === 0) return null;
  const ranked = rows.toSorted((a, b) => b.complaints - a.complaints);
  const first = ranked[0]!;
  const subtitle = say`Formal complaints by channel, whole firm, ${windowSpan(material, 'A11-count')}, n\u00a0=\u00a0${count(total)}`;
  const alone = ranked.filter((row) => row.complaints === first.complaints);
  return {
    id: 'complaint-channel',
    title:
      alone.length > 1
        ? say`${listed(alone.map((row) => row.label))}: ${count(first.complaints)} of ${plural(total, 'complaint')} each`
        : say`${first.label}: ${count(first.complaints)} of ${plural(total, 'complaint')}, the most of any channel`,
    subtitle,
    summary: `${ranked.map((row) => `${row.label} ${count(row.complaints)}`).join(', ')}.`,
    foot: sourceOf(material, ['complaints']),
    drawing: {
      shape: 'bars',
      full: total,
      rows: ranked.map((row) => ({ label: row.label, value: row.complaints, text: count(row.complaints), note: '', singled: row === first })),
    },
    table: {
      caption: subtitle,
      columns: [say`Channel`, say`Complaints`].map((name, at) => ({ name, numeric: at > 0 })),
      rows: ranked.map((row) => [
        { text: row.label, value: row.label },
        { text: count(row.complaints), value: row.complaints },
      ]),
    },
  };
}

/** Where complaints come from: inside or outside the contract, and through which channel. */
export function scopeSection(material: Material): readonly Section[] {
  const charts = [scopeChart(material), channelChart(material)].filter((chart) => chart !== null);
  if (charts.length === 0) return [];
  return [
    {
      id: 'scope',
      head: say`Where they come from`,
      note: say`Scope is what the log says of the contract; what says nothing is unclear.`,
      blocks: charts.map((chart) => ({ kind: 'chart', chart })),
    },
  ];
}
