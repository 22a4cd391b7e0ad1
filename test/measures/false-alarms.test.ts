import { expect, test } from 'vitest';
import { mulberry32 } from '../../src/measures/bootstrap.ts';
import { medianDifference, rateRatio } from '../../src/measures/differences.ts';
import { newcombe, quantile, type Interval } from '../../src/measures/statistics.ts';
import { segments, xmr } from '../../src/measures/xmr.ts';

/** A service that never changes: every signal below is a false alarm. */
const random = mulberry32(20_260_830);
const WEEKS = 53;
const SINCE = 13;
const FIRMS = 2000;

function poisson(mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > floor; product *= random()) count++;
  return count;
}

const binomial = (n: number, share: number) => Array.from({ length: n }, random).filter((one) => one < share).length;
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const waits = (n: number) => Array.from({ length: n }, () => Math.exp(4 + 1.2 * normal())).sort((a, b) => a - b);

const steady: Readonly<Record<string, { readonly week: () => number; readonly ceiling?: number }>> = {
  'share, 40 answers a week, 90 % satisfied': { week: () => binomial(40, 0.9) / 40, ceiling: 1 },
  'median wait, 60 tickets a week': { week: () => quantile(waits(60), 0.5) },
  'count, 5 complaints a week': { week: () => poisson(5) },
  'rate, 5 complaints on 200 contacts a week': { week: () => poisson(5) / (150 + Math.floor(random() * 100)) },
};

const percent = (part: number, of: number) => `${((part / of) * 100).toFixed(1)} %`;

test.each(Object.entries(steady))('steady weeks seldom signal: %s', (name, { week, ceiling }) => {
  let [points, yearly, claims] = [0, 0, 0];
  for (let firm = 0; firm < FIRMS / 4; firm++) {
    const values = Array.from({ length: WEEKS + SINCE }, week);
    const limits = { floor: 0, ceiling: ceiling ?? null };
    const { signals } = xmr(values.slice(0, WEEKS), limits);
    points += signals.length;
    if (signals.length > 0) yearly++;
    if ((segments(values, [WEEKS], limits)[1]!.againstPrevious ?? []).length > 0) claims++;
  }
  const charts = FIRMS / 4;
  console.log(
    `false alarms, ${name}: ${percent(points, charts * WEEKS)} of weeks, ${percent(yearly, charts)} of charts of a year, ${percent(claims, charts)} of changes claimed after ${SINCE} weeks`,
  );
  expect(points).toBeGreaterThan(0);
  expect(points / charts / WEEKS).toBeLessThan(0.02);
  expect(claims / charts).toBeLessThan(0.2);
});

const windows: Readonly<Record<string, () => Interval | null>> = {
  'share of 25 answers': () => newcombe(binomial(25, 0.9), 25, binomial(25, 0.9), 25),
  'median of 30 waits': () => medianDifference(waits(30), waits(30)),
  'complaints on 300 contacts': () => rateRatio(poisson(6), 300, poisson(6), 300),
};

test.each(Object.entries(windows))('a steady client seldom differs from its 13 weeks before: %s', (name, draw) => {
  const none = name.startsWith('complaints') ? 1 : 0;
  let alarms = 0;
  for (let client = 0; client < FIRMS; client++) {
    const difference = draw();
    if (difference !== null && (difference.low > none || difference.high < none)) alarms++;
  }
  console.log(`false alarms, client windows, ${name}: ${percent(alarms, FIRMS)}`);
  expect(alarms).toBeGreaterThan(0);
  expect(alarms / FIRMS).toBeLessThan(0.06);
});
