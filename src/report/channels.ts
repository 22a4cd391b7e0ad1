import type { Cost } from '../measures/cost.ts';
import { named, phrase, say } from '../language/language.ts';
import { count } from './words.ts';

const NAMES: Readonly<Record<string, string>> = {
  phone: phrase`phone`,
  mail: phrase`mail`,
  portal: phrase`portal`,
  chat: phrase`chat`,
  'in-person': phrase`in-person`,
  unknown: phrase`unknown`,
};

const nameOf = (channel: string): string => named(NAMES, channel) ?? channel;

/** Channels one after the other: in-person, phone. */
export const channelsListed = (channels: readonly string[]): string => channels.map(nameOf).join(', ');

/** The contacts of these channels, as a sentence counts them: "in-person contacts", "contacts (phone, mail)". */
export function contactsOver(channels: readonly string[]): string {
  return channels.length === 1 && channels[0] === 'in-person' ? say`in-person contacts` : say`contacts (${channelsListed(channels)})`;
}

/** What a rate of complaints is counted against: 1,000 in-person contacts. */
export const thousandOver = (channels: readonly string[]): string => `${count(1000)} ${contactsOver(channels)}`;

/** What complaints are counted against: contacts, or closed tickets where no contacts are kept. */
export const rateUnit = ({ against }: Cost, channels: readonly string[]): string =>
  against.measure === 'A11-rate' ? thousandOver(channels) : say`100 closed tickets`;
